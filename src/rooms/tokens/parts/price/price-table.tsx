import { useRef } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import { PriceFields } from './price-fields.tsx';
import { blankRow, priceLimits, type PriceRow } from './price-row.ts';
import styles from './price.module.css';

export interface PriceTableProps {
  /** As they are kept; with none, one is there to be filled in. */
  readonly rows: readonly PriceRow[];
  /** Of the text; undefined while they are being counted. */
  readonly tokens: number | undefined;
  readonly onChange: (rows: readonly PriceRow[]) => void;
}

/** Prices that the reader looked up, and what the text costs at each. */
export function PriceTable({ rows, tokens, onChange }: PriceTableProps) {
  const words = useCopy(copy);
  const add = useRef<HTMLButtonElement>(null);
  const shown = rows.length === 0 ? [blankRow] : rows;
  const isFull = rows.length >= priceLimits.rows;

  function remove(at: number): void {
    onChange(rows.toSpliced(at, 1));
    // What had the focus is gone.
    add.current?.focus();
  }

  return (
    <section aria-label={words.title} className={styles['price']}>
      <h2>{words.title}</h2>
      <p className={styles['note']}>{words.about}</p>
      <ol role="list" aria-label={words.list} className={styles['rows']}>
        {shown.map((row, at) => (
          // A row has no name of its own but its place.
          <li key={at}>
            <PriceFields
              row={row}
              place={at + 1}
              tokens={tokens}
              onChange={(changed) => onChange(shown.with(at, changed))}
              onRemove={rows.length === 0 ? undefined : () => remove(at)}
            />
          </li>
        ))}
      </ol>
      {isFull ? (
        <p className={styles['note']}>{words.full(formatCount(priceLimits.rows))}</p>
      ) : (
        rows.length > 0 && (
          <Button ref={add} onClick={() => onChange([...rows, blankRow])}>
            {words.add}
          </Button>
        )
      )}
    </section>
  );
}
