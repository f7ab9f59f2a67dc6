import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import type { Split } from '../../compare/compared-pieces.ts';
import { columnLimits, splitIds, type SplitId } from '../../compare/split-ids.ts';
import { ComparedText } from './compared-text.tsx';
import styles from './compare.module.css';
import { copy } from './copy.ts';

export interface ComparedColumn {
  readonly id: SplitId;
  /** Undefined while it is being read for the first time. */
  readonly count: number | undefined;
  readonly split: Split | undefined;
  /** What went wrong, in words. */
  readonly failed: string | undefined;
}

export interface CompareProps {
  readonly columns: readonly ComparedColumn[];
  readonly onColumns: (ids: readonly SplitId[]) => void;
  readonly text: string;
  /** UTF-16 range that is drawn in all of them, and which part of how many that is, from 0. */
  readonly from: number;
  readonly to: number;
  readonly part: number;
  readonly parts: number;
  readonly onPart: (part: number) => void;
  /** The reader has trained a BPE, opened a tokenizer.json. */
  readonly hasOwn: boolean;
  readonly hasFile: boolean;
}

const none: readonly Split[] = [];

/** One text in two to four splits side by side, the same part of it in all. */
export function Compare(props: CompareProps) {
  const { columns, onColumns, text, from, to, part, parts, onPart } = props;
  const words = useCopy(copy);
  const counts = columns.flatMap(({ count }) => (count === undefined ? [] : [count]));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const ids = columns.map(({ id }) => id);
  const offered = splitIds.filter((id) => isMade(id, props));
  const free = offered.find((id) => !ids.includes(id));
  const nameOf = (id: SplitId) => (id in words.names ? words.names[id as keyof typeof words.names] : id);
  return (
    <div className={styles['compare']}>
      <div className={styles['bar']}>
        <span className={styles['soft']}>{text === '' ? words.empty : words.ring}</span>
        {columns.length < columnLimits.most && free !== undefined && (
          <Button onClick={() => onColumns([...ids, free])}>{words.add}</Button>
        )}
        {parts > 1 && (
          <>
            <Button disabled={part === 0} onClick={() => onPart(part - 1)}>
              {words.earlier}
            </Button>
            <span role="status">{words.part(formatCount(part + 1), formatCount(parts))}</span>
            <Button disabled={part === parts - 1} onClick={() => onPart(part + 1)}>
              {words.later}
            </Button>
          </>
        )}
      </div>
      <div className={styles['columns']}>
        {columns.map((column, place) => (
          <section key={column.id} className={styles['column']} aria-label={nameOf(column.id)}>
            <header className={styles['head']}>
              <Select<SplitId>
                label={words.column(String(place + 1))}
                labelHidden
                value={column.id}
                onChange={(id) => onColumns(ids.with(place, id))}
                options={offered
                  .filter((id) => id === column.id || !ids.includes(id))
                  .map((id) => ({ value: id, text: nameOf(id) }))}
              />
              <span>
                <span className={styles['count']}>
                  {column.count === undefined ? words.reading : words.pieces(formatCount(column.count))}
                </span>{' '}
                <span className={styles['soft']}>
                  {column.count !== undefined &&
                    least < most &&
                    (column.count === least
                      ? words.least
                      : words.more(((100 * (column.count - least)) / Math.max(1, least)).toFixed(0)))}
                </span>
              </span>
              {columns.length > columnLimits.least && (
                <Button look="plain" onClick={() => onColumns(ids.filter((id) => id !== column.id))}>
                  {words.remove}
                </Button>
              )}
            </header>
            {column.failed !== undefined && <p role="alert">{column.failed}</p>}
            {column.split !== undefined && text !== '' && (
              <ComparedText
                label={nameOf(column.id)}
                text={text}
                split={column.split}
                others={othersOf(columns, column)}
                from={from}
                to={to}
                alone={words.alone}
              />
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

/** A split that the reader has to make first is offered once it is there. */
function isMade(id: SplitId, { columns, hasOwn, hasFile }: CompareProps): boolean {
  if (columns.some((column) => column.id === id)) return true;
  return id === 'own' ? hasOwn : id === 'file' ? hasFile : true;
}

/** Only when all are read, since a split that is missing would make cuts look alone. */
function othersOf(columns: readonly ComparedColumn[], column: ComparedColumn): readonly Split[] {
  const others = columns.filter((other) => other !== column);
  const read = others.flatMap(({ split }) => (split === undefined ? [] : [split]));
  return read.length === others.length ? read : none;
}
