import { memo, type MouseEvent } from 'react';
import { formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { Copy } from '../../../../ui/language.tsx';
import type { TokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import type { BarScale } from './bar-scale.ts';
import { Bars } from './bars.tsx';
import type { en } from './copy.en.ts';
import styles from './candidates.module.css';
import type { Candidate } from './select-candidates.ts';
import { StatusWords } from './status-words.tsx';

interface Props {
  readonly candidate: Candidate;
  readonly face: TokenFace;
  readonly scale: BarScale;
  readonly active: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  readonly words: Copy<typeof en>;
  readonly onExplain: (id: TokenId, button: HTMLButtonElement) => void;
  readonly onUnpin: ((id: TokenId) => void) | undefined;
}

/** One candidate. Pointer and keys are handled by the table, by `data-id`. */
export const CandidateRow = memo(function CandidateRow(props: Props) {
  const { candidate, face, scale, active, reachable, words, onExplain, onUnpin } = props;
  const removed = candidate.status.kind !== 'kept';
  const number = (text: string) => (
    <button
      type="button"
      className={styles.number}
      tabIndex={reachable ? 0 : -1}
      title={words.explain}
      aria-haspopup="dialog"
      onClick={(event: MouseEvent<HTMLButtonElement>) => onExplain(candidate.id, event.currentTarget)}
    >
      {text}
    </button>
  );
  return (
    <tr
      data-id={candidate.id}
      data-active={active || undefined}
      data-picked={candidate.picked || undefined}
      data-removed={removed || undefined}
      data-apart={candidate.apart || undefined}
      aria-current={candidate.picked || undefined}
      tabIndex={reachable ? 0 : -1}
    >
      <td className={styles.tokenCell}>
        <TokenChip face={face} removed={removed} />
        {candidate.pinned && onUnpin !== undefined && (
          <button
            type="button"
            className={styles.unpin}
            aria-label={words.unpin}
            title={words.unpin}
            onClick={() => onUnpin(candidate.id)}
          />
        )}
      </td>
      <td>
        <span className={styles.modelFlow}>
          <Bars candidate={candidate} scale={scale} />
          {number(formatProbability(candidate.model))}
        </span>
      </td>
      <td className={styles.finalCell}>{number(finalWords(candidate, removed))}</td>
      <td className={styles.statusCell}>
        <StatusWords status={candidate.status} words={words} />
      </td>
    </tr>
  );
});

/** What is smaller is computed as 0. */
const leastNormal = 2 ** -1022;

/** `0` is said of removed tokens only; a kept one that is too small for a double is still more than nothing. */
function finalWords(candidate: Candidate, removed: boolean): string {
  return !removed && candidate.final === 0
    ? `<${formatProbability(leastNormal)}`
    : formatProbability(candidate.final);
}
