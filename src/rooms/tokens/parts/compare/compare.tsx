import { useCallback, useMemo, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { columnLimits, splitIds, type SplitId } from '../../compare/split-ids.ts';
import { ColumnHead } from './column-head.tsx';
import type { ComparedColumn } from './compared-column.ts';
import { ComparedRows } from './compared-rows.tsx';
import styles from './compare.module.css';
import { copy } from './copy.ts';
import { useSplitName } from './use-split-name.ts';

export interface CompareProps {
  readonly columns: readonly ComparedColumn[];
  readonly onColumns: (ids: readonly SplitId[]) => void;
  readonly onRetry: (id: SplitId) => void;
  readonly text: string;
  /** The reader has trained a BPE, opened a tokenizer.json. */
  readonly hasOwn: boolean;
  readonly hasFile: boolean;
}

/** One text in two to four splits that scroll together. */
export function Compare(props: CompareProps) {
  const { columns, onColumns, onRetry, text } = props;
  const words = useCopy(copy);
  const nameOf = useSplitName();
  // In thousandths: what is shown of it.
  const [share, setShare] = useState<number>();
  const onShare = useCallback((now?: number) => setShare(now && Math.round(1000 * now)), []);
  const counts = columns.flatMap(({ count }) => (count === undefined ? [] : [count]));
  const ids = columns.map(({ id }) => id);
  const offered = splitIds.filter((id) => isMade(id, props));
  const free = offered.find((id) => !ids.includes(id));
  const rowsColumns = useMemo(
    () => columns.map(({ id, source }) => ({ id, name: nameOf(id), source })),
    [columns, nameOf],
  );
  return (
    <div className={styles['compare']}>
      <div className={styles['bar']}>
        <span className={styles['soft']}>{words.ring}</span>
        {columns.length < columnLimits.most && free !== undefined && (
          <Button onClick={() => onColumns([...ids, free])}>{words.add}</Button>
        )}
        {text !== '' && share !== undefined && (
          <span className={styles['where']}>{words.where((share / 10).toFixed(1))}</span>
        )}
      </div>
      <div className={styles['heads']}>
        {columns.map((column, place) => (
          <ColumnHead
            key={column.id}
            column={column}
            place={place}
            offered={offered.filter((id) => id === column.id || !ids.includes(id))}
            least={Math.min(...counts)}
            most={Math.max(...counts)}
            onId={(id) => onColumns(ids.with(place, id))}
            onRemove={
              columns.length > columnLimits.least
                ? () => onColumns(ids.filter((id) => id !== column.id))
                : undefined
            }
            onRetry={() => onRetry(column.id)}
          />
        ))}
      </div>
      {text === '' ? (
        <EmptyState>{words.empty}</EmptyState>
      ) : (
        <div className={styles['frame']}>
          <ComparedRows columns={rowsColumns} text={text} onShare={onShare} />
        </div>
      )}
    </div>
  );
}

/** A split that the reader has to make first is offered once it is there. */
function isMade(id: SplitId, { columns, hasOwn, hasFile }: CompareProps): boolean {
  if (columns.some((column) => column.id === id)) return true;
  return id === 'own' ? hasOwn : id === 'file' ? hasFile : true;
}
