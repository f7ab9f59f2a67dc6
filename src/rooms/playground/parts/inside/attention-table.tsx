import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import type { AttentionRow } from '../../selectors/select-attention.ts';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { activeAt } from './active-at.ts';
import { copy } from './copy.ts';
import styles from './inside.module.css';

interface AttentionTableProps {
  readonly row: AttentionRow;
  readonly window: Uint32Array;
  readonly vocabulary: VocabularyBytes;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
}

/** The positions that got most, and all others together: 100 %. */
export function AttentionTable({ row, window, vocabulary, activeId, onActive }: AttentionTableProps) {
  const words = useCopy(copy);
  const percent = (share: number) => formatProbability(Math.min(1, share));
  return (
    <table aria-label={words.attention} className={styles.shares} {...activeAt(onActive)}>
      <thead>
        <tr>
          <th scope="col">{words.position}</th>
          <th scope="col">{words.token}</th>
          <th scope="col">{words.share}</th>
        </tr>
      </thead>
      <tbody>
        {row.top.map(({ position, share }) => {
          const id = window[position]!;
          return (
            <tr key={position} data-id={id} data-active={id === activeId || undefined}>
              <th scope="row">{formatCount(position + 1)}</th>
              <td>
                <TokenChip face={tokenFace(id, vocabulary)} />
              </td>
              <td>{percent(share)}</td>
            </tr>
          );
        })}
        {row.others > 0 && (
          <tr>
            <th scope="row" colSpan={2}>
              {words.others(formatCount(row.others))}
            </th>
            <td>{percent(row.rest)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
