import * as v from 'valibot';
import { LegacyLog } from '../../openai/legacy-log.ts';
import type { Endpoint } from '../upstream.ts';
import { readLogprobs, type ReadLogprobs } from './read-logprobs.ts';

/** As it came: what is not read is passed on. */
const answerShape = v.looseObject({ choices: v.array(v.looseObject({})) });
type Choice = v.InferOutput<typeof answerShape>['choices'][number];

const maybe = <S extends v.GenericSchema>(schema: S) => v.fallback(v.nullish(schema), undefined);
const details = v.object({
  index: v.fallback(v.number(), 0),
  text: maybe(v.string()),
  delta: maybe(v.object({ content: maybe(v.string()), token_id: maybe(v.number()) })),
  /** vLLM, when it is asked for them. */
  token_ids: maybe(v.array(v.number())),
});
/** Together, of a chunk's token. */
const chunkToken = v.object({ token: v.object({ id: v.number() }) });
const echoedPrompt = v.object({ text: v.string(), logprobs: v.unknown() });

/**
 * Brings the logprobs of one answer, or of the chunks of one stream in their order, into one shape: `content` with an entry for
 * each token, and for completions the parallel lists as well. `prefill` is what the assistant had said already, at the end of a chat;
 * where it is said again, it is left out. All else stays as it is; what cannot be read as an answer stays too.
 */
export function answerNormaliser(endpoint: Endpoint, prefill = ''): (answer: unknown) => unknown {
  const logs = new Map<number, LegacyLog>();
  /** Choices that have said something. */
  const begun = new Set<number>();

  function legacy(index: number, { entries, lists }: ReadLogprobs): unknown {
    const log = logs.get(index) ?? new LegacyLog();
    logs.set(index, log);
    const named = entries.map((entry, i) => [lists?.tokens[i] ?? entry?.token ?? '', entry] as const);
    const made = log.add(named);
    if (lists === undefined) return made;
    return { ...made, top_logprobs: lists.tops, text_offset: lists.offsets ?? made.text_offset };
  }

  function shaped(index: number, read: ReadLogprobs): unknown {
    if (endpoint === 'completions') return legacy(index, read);
    return { content: read.entries.filter((entry) => entry !== null), refusal: read.refusal };
  }

  function normalised(choice: Choice, chunkId: number | undefined, echo: Echo | undefined): Choice {
    const { index, text, delta, token_ids } = v.parse(details, choice);
    const read = readLogprobs(choice['logprobs'], {
      text: text ?? delta?.content ?? '',
      ids: token_ids ?? idOf(delta?.token_id ?? chunkId),
      isStart: !logs.has(index),
    });
    if (read === undefined) return { ...choice, logprobs: null };
    if (endpoint === 'chat/completions' && !begun.has(index)) {
      if (read.entries.length > 0) begun.add(index);
      return { ...choice, ...unrepeated(choice, prefill, read), logprobs: shaped(index, read) };
    }
    if (echo === undefined || text?.startsWith(echo.text) === true)
      return { ...choice, logprobs: shaped(index, read) };
    return {
      ...choice,
      text: echo.text + (text ?? ''),
      logprobs: shaped(index, joined(echo.read, read)),
    };
  }

  return (answer) => {
    const parsed = v.safeParse(answerShape, answer);
    if (!parsed.success) return answer;
    const { choices, prompt, ...rest } = parsed.output;
    const token = v.safeParse(chunkToken, answer);
    const echoes = endpoint === 'completions' ? echoesOf(prompt, choices.length) : undefined;
    return {
      ...rest,
      ...(echoes === undefined && prompt !== undefined ? { prompt } : {}),
      choices: choices.map((choice, i) =>
        'logprobs' in choice
          ? normalised(choice, token.success ? token.output.token.id : undefined, echoes?.[i])
          : choice,
      ),
    };
  };
}

const speech = v.looseObject({ content: v.string() });

/**
 * The choice's words without the assistant's earlier ones, which llama.cpp says once more. That the tokens begin elsewhere shows that the
 * model did not say them itself.
 */
function unrepeated(choice: Choice, prefill: string, { entries }: ReadLogprobs): object {
  const field = 'message' in choice ? 'message' : 'delta';
  const parsed = v.safeParse(speech, choice[field]);
  if (prefill === '' || !parsed.success || !parsed.output.content.startsWith(prefill)) return {};
  const content = parsed.output.content.slice(prefill.length);
  const [first] = entries;
  const isRepeated =
    content === entries.map((entry) => entry?.token ?? '').join('') ||
    (first !== undefined && first !== null && !parsed.output.content.startsWith(first.token));
  return isRepeated ? { [field]: { ...parsed.output, content } } : {};
}

function idOf(id: number | null | undefined): readonly number[] | undefined {
  return id === undefined || id === null ? undefined : [id];
}

interface Echo {
  readonly text: string;
  readonly read: ReadLogprobs;
}

/** What Together tells of the echoed prompt, for each choice; OpenAI has it at the beginning of the choice. */
function echoesOf(prompt: unknown, choices: number): readonly (Echo | undefined)[] | undefined {
  const parsed = v.safeParse(v.pipe(v.array(echoedPrompt), v.minLength(1)), prompt);
  if (!parsed.success || choices % parsed.output.length !== 0) return undefined;
  const each = choices / parsed.output.length;
  const echoes = parsed.output.map(({ text, logprobs }) => {
    const read = readLogprobs(logprobs, { text, ids: undefined, isStart: true });
    return read && { text, read };
  });
  return Array.from({ length: choices }, (_, i) => echoes[Math.floor(i / each)]);
}

function joined(before: ReadLogprobs, after: ReadLogprobs): ReadLogprobs {
  const entries = [...before.entries, ...after.entries];
  if (before.lists === undefined || after.lists === undefined) return { ...after, entries, lists: undefined };
  return {
    ...after,
    entries,
    lists: {
      tokens: [...before.lists.tokens, ...after.lists.tokens],
      tops: [...before.lists.tops, ...after.lists.tops],
      // Each counts from its own beginning; they are counted anew.
      offsets: undefined,
    },
  };
}
