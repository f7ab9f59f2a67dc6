import { leastLogprob, type CandidateLogprob } from '../../shared/wire/openai-answers.ts';
import type { Answered } from './ask-model.ts';

/** The candidates of an answer's first token, likeliest first. */
export function firstList(reply: Answered): readonly CandidateLogprob[] {
  return reply.entries[0]?.top_logprobs ?? [];
}

/** What tells one token from another, as well as the server says it. */
export function tokenName({ id, bytes, token }: CandidateLogprob): string {
  return id === undefined ? JSON.stringify(bytes ?? token) : String(id);
}

/**
 * By which factor the distances of the candidates from the likeliest one are greater in `other` than in `one`: 1 when logprobs are told
 * before temperature, 2 when they are told after T = ½ and not after T = 1. Undefined when the lists share too little.
 */
export function spreadRatio(one: Answered, other: Answered): number | undefined {
  const [first, ...rest] = firstList(one);
  const there = new Map(firstList(other).map((candidate) => [tokenName(candidate), candidate.logprob]));
  const top = first && there.get(tokenName(first));
  if (first === undefined || top === undefined) return undefined;
  let before = 0;
  let after = 0;
  for (const candidate of rest) {
    const logprob = there.get(tokenName(candidate));
    if (logprob === undefined || logprob <= leastLogprob || candidate.logprob <= leastLogprob) continue;
    before += first.logprob - candidate.logprob;
    after += top - logprob;
  }
  return before < 0.1 ? undefined : after / before;
}
