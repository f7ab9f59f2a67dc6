import type { Refused } from '../limits/limits.ts';
import { refusal } from '../openai/errors.ts';

const words: Readonly<Record<Refused['reason'], (limit: number) => string>> = {
  rate: (limit) => `Too many requests: ${limit} a minute are accepted.`,
  concurrency: (limit) => `Too many requests at the same time: ${limit} are accepted.`,
  budget: (limit) => `The tokens of today are used up: ${limit} are accepted.`,
  unavailable: () => 'The limits cannot be checked just now.',
};

/** A refusal as an answer: 429, or 503 when the counts cannot be reached, with `Retry-After`. */
export function refuseRequest({ reason, limit, retryAfter }: Refused): Response {
  const message = words[reason](limit);
  const answer =
    reason === 'unavailable'
      ? refusal(503, { message, code: 'limits_unavailable' })
      : refusal(429, { message, type: 'rate_limit_error', code: reason });
  answer.headers.set('Retry-After', String(retryAfter));
  return answer;
}
