import type { Copy } from '../../../../ui/language.tsx';
import type { CandidateStatus } from '../../selectors/candidate-status.ts';
import type { en } from './copy.en.ts';

/** `kept`, `+2.0, kept`, or the name of the stage that removed the token. */
export function statusText(status: CandidateStatus, words: Copy<typeof en>): string {
  const bias = biasText(status);
  return bias === undefined ? statusWord(status, words) : `${bias}, ${statusWord(status, words)}`;
}

/** What became of it, without the bias. */
export function statusWord(status: CandidateStatus, words: Copy<typeof en>): string {
  return status.kind === 'removed' ? words.stages[status.stage] : words[status.kind];
}

/** A bias as it was asked for, with a sign and at least one decimal: `+2.0`, `−0.25`, `−∞`. Undefined when there is none. */
export function biasText(status: CandidateStatus): string | undefined {
  const bias = 'bias' in status ? status.bias : 0;
  if (bias === 0) return undefined;
  const size = Math.abs(bias);
  const digits = size === Infinity ? '∞' : size.toFixed(Number.isInteger(size * 10) ? 1 : 2);
  return `${bias < 0 ? '−' : '+'}${digits}`;
}
