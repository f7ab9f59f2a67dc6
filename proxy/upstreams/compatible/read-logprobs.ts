import * as v from 'valibot';
import type { CandidateLogprob, TokenLogprob } from '../../../shared/wire/openai-answers.ts';
import { readCandidate, readEntry, readList, readLogprob } from './read-entry.ts';

/** Logprobs of one choice, whatever shape they came in. */
export interface ReadLogprobs {
  /** One for each token; null for the first of an echoed prompt, which nothing came before. */
  readonly entries: readonly (TokenLogprob | null)[];
  /** The parallel lists, when that was the shape. */
  readonly lists: Lists | undefined;
  /** Chats have it beside the content. */
  readonly refusal: unknown;
}

interface Lists {
  readonly tokens: readonly string[];
  readonly tops: readonly (Readonly<Record<string, number>> | null)[];
  readonly offsets: readonly number[] | undefined;
}

/** What else of a choice tells of its tokens. */
export interface Beside {
  /** Text of the choice, or of the chunk. */
  readonly text: string;
  /** Ids of its tokens, where the server tells them apart from the logprobs. */
  readonly ids: readonly number[] | undefined;
  /** The text begins with the prompt's first token. */
  readonly isStart: boolean;
}

const chatShape = v.object({ content: v.array(v.unknown()), refusal: v.optional(v.unknown()) });
const listShape = v.object({
  tokens: v.array(v.string()),
  token_logprobs: v.nullish(v.array(v.nullable(v.number()))),
  token_ids: v.nullish(v.array(v.nullable(v.number()))),
  top_logprobs: v.nullish(v.array(v.unknown())),
  text_offset: v.nullish(v.array(v.number())),
});

/** Undefined for what tells of no token: null, a shape that nobody documents. */
export function readLogprobs(told: unknown, beside: Beside): ReadLogprobs | undefined {
  if (typeof told === 'number') return readNumber(told, beside);
  const chat = v.safeParse(chatShape, told);
  if (chat.success) {
    const entries = whole(chat.output.content.map((entry) => (entry === null ? null : readEntry(entry))));
    const refusal = chat.output.refusal ?? null;
    return entries && { entries: withIds(entries, beside.ids), lists: undefined, refusal };
  }
  const lists = v.safeParse(listShape, told);
  return lists.success ? readLists(lists.output, beside) : undefined;
}

/** Together's streams: the one token of the chunk, and its logprob as a number. */
function readNumber(logprob: number, { text, ids }: Beside): ReadLogprobs | undefined {
  const entry = text === '' ? undefined : readEntry({ token: text, logprob });
  return entry && { entries: withIds([entry], ids), lists: undefined, refusal: null };
}

function readLists(
  told: v.InferOutput<typeof listShape>,
  { ids, isStart }: Beside,
): ReadLogprobs | undefined {
  const tops = whole(told.tokens.map((_, i) => readTop(told.top_logprobs?.[i] ?? null)));
  const entries = whole(
    told.tokens.map((token, i): TokenLogprob | null | undefined => {
      const logprob = told.token_logprobs?.[i] ?? null;
      const list = tops?.[i]?.list ?? [];
      if (logprob === null && i === 0 && isStart && list.length === 0) return null;
      const candidate = readCandidate({ token, logprob, id: told.token_ids?.[i] });
      return candidate && { ...candidate, top_logprobs: list };
    }),
  );
  if (tops === undefined || entries === undefined) return undefined;
  const lists: Lists = {
    tokens: told.tokens,
    tops: tops.map((top) => top && top.keyed),
    offsets: told.text_offset?.length === told.tokens.length ? told.text_offset : undefined,
  };
  return { entries: withIds(entries, ids), lists, refusal: null };
}

interface Top {
  readonly list: readonly CandidateLogprob[];
  readonly keyed: Readonly<Record<string, number>>;
}

/** A top list that is keyed by text; some servers have candidates there. */
function readTop(told: unknown): Top | null | undefined {
  if (told === null) return null;
  if (typeof told !== 'object') return undefined;
  if (Array.isArray(told)) {
    const list = readList(told);
    return list && { list, keyed: Object.fromEntries(list.map(({ token, logprob }) => [token, logprob])) };
  }
  const pairs: readonly (readonly [string, unknown])[] = Object.entries(told);
  const list = readList(pairs.map(([token, logprob]) => ({ token, logprob })));
  const keyed = pairs.map(([token, logprob]) => [token, readLogprob(logprob as number | null)] as const);
  return list && { list, keyed: Object.fromEntries(keyed) };
}

/** All of them, or none when one could not be read. */
function whole<T>(all: readonly (T | undefined)[]): readonly T[] | undefined {
  return all.includes(undefined) ? undefined : (all as readonly T[]);
}

/** Ids that stand beside the entries, one for each; another number of them tells nothing. */
function withIds(
  entries: readonly (TokenLogprob | null)[],
  ids: readonly number[] | undefined,
): readonly (TokenLogprob | null)[] {
  if (ids?.length !== entries.length) return entries;
  return entries.map((entry, i) =>
    entry === null || entry.id !== undefined ? entry : { ...entry, id: ids[i]! },
  );
}
