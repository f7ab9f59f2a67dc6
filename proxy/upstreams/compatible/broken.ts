import type { ErrorAnswer } from '../../../shared/wire/openai-answers.ts';
import { UpstreamTimeout } from './deadline.ts';

/** Why an answer came to nothing after it had begun. */
type Brokenness = 'broken_answer' | 'too_large' | 'timeout';

const words: Readonly<Record<Brokenness, string>> = {
  broken_answer: 'its answer broke off, or is not JSON',
  too_large: 'its answer is too large',
  timeout: 'the upstream sent no next byte in time',
};

/** An answer that could not be read to its end. */
export class BrokenAnswer extends Error {
  readonly code: Brokenness;
  constructor(code: Brokenness) {
    super(words[code]);
    this.code = code;
  }
}

/** What the client is told of it. Of the upstream no more than its name: the error's own text could tell its host. */
export function describeBroken(name: string, error: unknown): ErrorAnswer['error'] {
  const code = codeOf(error);
  return { message: `${name}: ${words[code]}.`, type: 'upstream_error', param: null, code };
}

function codeOf(error: unknown): Brokenness {
  if (error instanceof BrokenAnswer) return error.code;
  return error instanceof UpstreamTimeout ? 'timeout' : 'broken_answer';
}
