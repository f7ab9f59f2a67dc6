import * as v from 'valibot';
import type { TokenLogprob } from '../../../shared/wire/openai-answers.ts';
import {
  candidateShape,
  entryShape,
  readCandidate,
  readEntry,
  readList,
  readLogprob,
  type CandidateShape,
} from './read-entry.ts';

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

const chatShape = v.object({ content: v.array(v.nullable(entryShape)), refusal: v.optional(v.unknown()) });
const keyed = v.record(v.string(), v.nullable(v.number()));
const listShape = v.object({
  tokens: v.array(v.string()),
  token_logprobs: v.nullish(v.array(v.nullable(v.number()))),
  token_ids: v.nullish(v.array(v.nullable(v.number()))),
  top_logprobs: v.nullish(v.array(v.nullable(v.union([keyed, v.array(candidateShape)])))),
  text_offset: v.nullish(v.array(v.number())),
});

/** Undefined for what tells of no token: null, a shape that nobody documents. */
export function readLogprobs(told: unknown, beside: Beside): ReadLogprobs | undefined {
  if (typeof told === 'number') return readNumber(told, beside);
  const chat = v.safeParse(chatShape, told);
  if (chat.success) {
    const entries = chat.output.content.map((entry) => entry && readEntry(entry));
    return { entries: withIds(entries, beside.ids), lists: undefined, refusal: chat.output.refusal ?? null };
  }
  const lists = v.safeParse(listShape, told);
  return lists.success ? readLists(lists.output, beside) : undefined;
}

/** Together's streams: the one token of the chunk, and its logprob as a number. */
function readNumber(logprob: number, { text, ids }: Beside): ReadLogprobs | undefined {
  if (text === '') return undefined;
  const entry = { ...readCandidate({ token: text, logprob }), top_logprobs: [] };
  return { entries: withIds([entry], ids), lists: undefined, refusal: null };
}

function readLists(told: v.InferOutput<typeof listShape>, { ids, isStart }: Beside): ReadLogprobs {
  const tops = told.tokens.map((_, i) => told.top_logprobs?.[i] ?? null);
  const entries = told.tokens.map((token, i): TokenLogprob | null => {
    const logprob = told.token_logprobs?.[i] ?? null;
    const top = tops[i] ?? null;
    if (logprob === null && i === 0 && isStart && (top === null || Object.keys(top).length === 0))
      return null;
    const list: readonly CandidateShape[] =
      top === null
        ? []
        : Array.isArray(top)
          ? top
          : Object.entries(top).map(([token, logprob]) => ({ token, logprob }));
    return { ...readCandidate({ token, logprob, id: told.token_ids?.[i] }), top_logprobs: readList(list) };
  });
  const lists: Lists = {
    tokens: told.tokens,
    tops: tops.map((top, i) => {
      if (top !== null && !Array.isArray(top)) return mapValues(top, readLogprob);
      const list = entries[i]?.top_logprobs;
      return list === undefined || top === null ? null : keyedByText(list);
    }),
    offsets: told.text_offset?.length === told.tokens.length ? told.text_offset : undefined,
  };
  return { entries: withIds(entries, ids), lists, refusal: null };
}

function keyedByText(list: TokenLogprob['top_logprobs']): Record<string, number> {
  return Object.fromEntries(list.map(({ token, logprob }) => [token, logprob]));
}

function mapValues(
  record: Readonly<Record<string, number | null>>,
  change: (value: number | null) => number,
): Record<string, number> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
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
