import { useId } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import { formatCost } from './format-cost.ts';
import { costOf, priceLimits, readPrice, type PriceRow, type ReadPrice } from './price-row.ts';
import styles from './price.module.css';

interface PriceFieldsProps {
  readonly row: PriceRow;
  /** Counted from 1. */
  readonly place: number;
  readonly tokens: number | undefined;
  readonly onChange: (row: PriceRow) => void;
  /** Absent where there is nothing to remove. */
  readonly onRemove: (() => void) | undefined;
}

/** One price, and what the text costs at it or what is still needed to tell. */
export function PriceFields({ row, place, tokens, onChange, onRemove }: PriceFieldsProps) {
  const words = useCopy(copy);
  const note = useId();
  const read = readPrice(row);
  const wrong = 'wrong' in read ? read.wrong : undefined;
  const name = row.model.trim() || words.row(formatCount(place));
  return (
    <div role="group" aria-label={name} className={styles['row']}>
      <label className={styles['model']}>
        {words.model}
        <input
          type="text"
          value={row.model}
          maxLength={priceLimits.model}
          placeholder={words.modelExample}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...row, model: event.target.value })}
        />
      </label>
      {onRemove !== undefined && <IconButton icon="close" label={words.remove(name)} onClick={onRemove} />}
      <label>
        {words.perMillion}
        <input
          type="text"
          inputMode="decimal"
          value={row.perMillion}
          autoComplete="off"
          aria-invalid={wrong === 'price'}
          aria-describedby={note}
          onChange={(event) => onChange({ ...row, perMillion: event.target.value })}
        />
      </label>
      <label>
        {words.currency}
        <input
          type="text"
          value={row.currency}
          maxLength={priceLimits.currency}
          placeholder={words.currencyExample}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ ...row, currency: event.target.value })}
        />
      </label>
      <label>
        {words.asOf}
        {/* A date that was kept and is none would not show in a date field. */}
        <input
          type={wrong === 'date' ? 'text' : 'date'}
          value={row.asOf}
          aria-invalid={wrong === 'date'}
          aria-describedby={note}
          onChange={(event) => onChange({ ...row, asOf: event.target.value })}
        />
      </label>
      <div id={note} className={styles['cost']}>
        <Cost read={read} tokens={tokens} />
      </div>
    </div>
  );
}

function Cost({ read, tokens }: { readonly read: ReadPrice; readonly tokens: number | undefined }) {
  const words = useCopy(copy);
  if ('lacks' in read) return <p>{words.lacks[read.lacks]}</p>;
  if ('wrong' in read) {
    const sentence =
      read.wrong === 'price'
        ? words.wrong.price(read.entry, formatCount(priceLimits.perMillion))
        : words.wrong.date(read.entry);
    return (
      <p role="alert" className={styles['refusal']}>
        {sentence}
      </p>
    );
  }
  if (tokens === undefined) return <p>{words.waiting}</p>;
  const { perMillion, currency, asOf } = read;
  return (
    <>
      <p className={styles['amount']}>{words.cost(formatCost(costOf(tokens, perMillion)), currency)}</p>
      <p>{words.of(formatCount(tokens), String(perMillion), currency, asOf)}</p>
    </>
  );
}
