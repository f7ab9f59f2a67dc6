import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import type { SplitId } from '../../compare/split-ids.ts';
import styles from './compare.module.css';
import type { ComparedColumn } from './compared-column.ts';
import { copy } from './copy.ts';
import { useSplitName } from './use-split-name.ts';

interface ColumnHeadProps {
  readonly column: ComparedColumn;
  /** From 0. */
  readonly place: number;
  /** Splits that can stand here. */
  readonly offered: readonly SplitId[];
  /** The smallest and the largest count of all columns. */
  readonly least: number;
  readonly most: number;
  readonly onId: (id: SplitId) => void;
  /** Undefined where the column has to stay. */
  readonly onRemove: (() => void) | undefined;
  readonly onRetry: () => void;
}

/** Which split a column shows, and how many pieces that makes of the text. */
export function ColumnHead(props: ColumnHeadProps) {
  const { column, place, offered, least, most, onId, onRemove, onRetry } = props;
  const words = useCopy(copy);
  const nameOf = useSplitName();
  const state = useStateWords(column);
  const { id, count, failed } = column;
  const more = count === undefined || least === most ? undefined : percentOf(count - least, least);
  return (
    <section className={styles['head']} aria-label={nameOf(id)} data-place={place + 1}>
      <div className={styles['choice']}>
        <Select<SplitId>
          label={words.column(String(place + 1))}
          labelHidden
          value={id}
          onChange={onId}
          options={offered.map((value) => ({ value, text: nameOf(value) }))}
        />
        {onRemove !== undefined && (
          <Button look="plain" aria-label={words.removeOne(nameOf(id))} onClick={onRemove}>
            {words.remove}
          </Button>
        )}
      </div>
      <p>
        <span className={styles['count']}>
          {count === undefined ? state : words.pieces(formatCount(count))}
        </span>{' '}
        <span className={styles['soft']}>
          {more !== undefined && (count === least ? words.least : words.more(more))}
        </span>
      </p>
      {failed !== undefined && (
        <div role="alert" className={styles['failed']}>
          {failed} <Button onClick={onRetry}>{words.retry}</Button>
        </div>
      )}
    </section>
  );
}

/** Said in place of a count. */
function useStateWords({ id, missing, progress, failed }: ComparedColumn): string {
  const words = useCopy(copy);
  if (missing) return id === 'own' ? words.missingOwn : words.missingFile;
  if (failed !== undefined) return words.notRead;
  return progress === undefined ? words.reading : words.readingSoFar((100 * progress).toFixed(0));
}

/** Of a few percent one decimal is told as well, and less than that is not nothing. Undefined where there is nothing to compare with. */
function percentOf(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  const percent = (100 * part) / whole;
  if (percent < 0.05) return '< 0.1';
  return percent < 9.95 ? percent.toFixed(1) : formatCount(Math.round(percent));
}
