import { formatCount } from '../../../../core/numbers/format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { copy } from './copy.ts';
import { RowActions, type TokenActions } from './row-actions.tsx';
import type { VocabularyRow } from './vocabulary-rows.ts';
import styles from './vocabulary-grid.module.css';

interface GridRowProps extends TokenActions {
  readonly id: string;
  /** Among the hits, from 0. */
  readonly index: number;
  /** In px, from the top of the rows. */
  readonly top: number;
  readonly row: VocabularyRow;
  readonly current: boolean;
  readonly opened: boolean;
}

export function GridRow({ id, index, top, row, current, opened, ...actions }: GridRowProps) {
  const words = useCopy(copy);
  const kinds = row.kinds.map((kind) => words.kinds[kind]).join(', ');
  return (
    <div
      role="row"
      id={id}
      // The heading is row 1.
      aria-rowindex={index + 2}
      aria-selected={current}
      data-index={index}
      data-opened={opened || undefined}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className={styles.id}>
        {formatCount(row.face.id)}
      </span>
      <span role="gridcell">
        <TokenChip face={row.face} />
      </span>
      <span role="gridcell" className={styles.bytes} title={row.bytes}>
        {row.bytes}
      </span>
      <span role="gridcell" className={styles.kinds} title={kinds}>
        {kinds}
      </span>
      <span role="gridcell" className={styles.actions}>
        <RowActions row={row} reachable={current} className={styles.action} {...actions} />
      </span>
    </div>
  );
}
