import type { Copy } from '../../../../ui/language.tsx';
import type { CandidateStatus } from '../../selectors/candidate-status.ts';
import type { en } from './copy.en.ts';
import styles from './candidates.module.css';
import { biasText, statusWord } from './status-text.ts';

interface Props {
  readonly status: CandidateStatus;
  readonly words: Copy<typeof en>;
}

/** The status with its bias in the colour of its direction; the sign says it too. */
export function StatusWords({ status, words }: Props) {
  const bias = biasText(status);
  if (bias === undefined) return statusWord(status, words);
  return (
    <>
      <span className={bias.startsWith('+') ? styles.up : styles.down}>{bias}</span>
      {`, ${statusWord(status, words)}`}
    </>
  );
}
