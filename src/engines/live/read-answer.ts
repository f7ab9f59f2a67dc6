import * as v from 'valibot';
import { type Result, fault } from '../../../shared/fault.ts';
import { leastLogprob } from '../../../shared/wire/openai-answers.ts';
import type { KnownToken, SampledToken } from '../../core/partial/partial-distribution.ts';
import { partialFrom } from '../../core/partial/partial-from.ts';
import type { PathStep, Usage } from './live-client.ts';

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const candidate = {
  token: v.string(),
  bytes: v.nullish(v.array(v.pipe(wholeNumber, v.maxValue(255)))),
  logprob: v.nullish(v.number()),
  id: v.nullish(wholeNumber),
};
const entry = v.object({ ...candidate, top_logprobs: v.nullish(v.array(v.object(candidate))) });
type Entry = v.InferOutput<typeof entry>;
type Candidate = Omit<Entry, 'top_logprobs'>;
/** The proxy gives logprobs of both endpoints in one shape, as `content`. */
const answer = v.object({
  choices: v.pipe(
    v.array(
      v.object({
        text: v.nullish(v.string()),
        message: v.nullish(v.object({ content: v.nullish(v.string()) })),
        logprobs: v.nullish(v.object({ content: v.nullish(v.array(v.nullable(entry))) })),
        finish_reason: v.nullish(v.string()),
      }),
    ),
    v.minLength(1),
  ),
  usage: v.nullish(
    v.object({ prompt_tokens: v.nullish(v.number()), completion_tokens: v.nullish(v.number()) }),
  ),
});

export interface ReadAnswer {
  readonly text: string;
  readonly finish: string | undefined;
  /** One for each token; empty without logprobs. */
  readonly steps: readonly PathStep[];
  readonly usage: Usage | undefined;
}

/**
 * The first choice of an answer of either endpoint. With `drawn` the token that was drawn counts as known when it is not in the
 * list. Returns `broken-answer` for what is not in the protocol.
 */
export function readAnswer(
  json: unknown,
  vocabularySize: number | undefined,
  drawn: boolean,
): Result<ReadAnswer> {
  const parsed = v.safeParse(answer, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const message = `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`;
    return { ok: false, fault: fault('broken-answer', message) };
  }
  const { choices, usage } = parsed.output;
  const choice = choices[0]!;
  const steps: PathStep[] = [];
  for (const told of choice.logprobs?.content ?? []) {
    if (told === null) continue;
    const token = sampledOf(told);
    const top = (told.top_logprobs ?? []).map(sampledOf).filter(isKnown);
    const partial = partialFrom({ top, sampled: drawn ? token : undefined, vocabularySize });
    if (!partial.ok) return partial;
    steps.push({ token, partial: partial.value });
  }
  const value: ReadAnswer = {
    text: choice.text ?? choice.message?.content ?? '',
    finish: choice.finish_reason ?? undefined,
    steps,
    usage:
      typeof usage?.prompt_tokens === 'number' && typeof usage.completion_tokens === 'number'
        ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens }
        : undefined,
  };
  return { ok: true, value };
}

function sampledOf({ token, bytes, logprob, id }: Candidate): SampledToken {
  const isTold = logprob !== undefined && logprob !== null && logprob > leastLogprob;
  return {
    text: token,
    bytes: bytesOf(token, bytes ?? undefined),
    id: id ?? undefined,
    logprob: isTold ? logprob : undefined,
  };
}

function isKnown(token: SampledToken): token is KnownToken {
  return token.logprob !== undefined;
}

/** As told; else the text's, unless that has lost some. */
function bytesOf(text: string, told: readonly number[] | undefined): Uint8Array | undefined {
  if (told !== undefined) return Uint8Array.from(told);
  return text.includes('\ufffd') || !text.isWellFormed() ? undefined : new TextEncoder().encode(text);
}
