import type { CandidateStatus } from '../../selectors/candidate-status.ts';
import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';
import styles from './next-token.module.css';

/** `kept`, `+2.0, kept`, or the name of the stage that removed the token. */
export function StatusWords({
  status,
  words,
}: {
  readonly status: CandidateStatus;
  readonly words: Copy<typeof en>;
}) {
  const bias = 'bias' in status ? status.bias : 0;
  if (bias === 0) return statusWord(status, words);
  return (
    <>
      <span className={bias > 0 ? styles.up : styles.down}>{biasWords(bias)}</span>
      {`, ${statusWord(status, words)}`}
    </>
  );
}

function statusWord(status: CandidateStatus, words: Copy<typeof en>): string {
  return status.kind === 'removed' ? words.stages[status.stage] : words[status.kind];
}

/** As it was asked for, with a sign and at least one decimal: `+2.0`, `−0.25`. */
function biasWords(bias: number): string {
  const size = Math.abs(bias);
  const digits = Number.isInteger(size * 10) ? size.toFixed(1) : size.toFixed(2);
  return `${bias < 0 ? '−' : '+'}${digits}`;
}
