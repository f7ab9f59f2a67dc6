import { useId, useState, type ChangeEvent } from 'react';
import { classNames } from './class-names.ts';
import styles from './number-field.module.css';

export interface NumberFieldProps {
  /** The accessible name; shown by the caller, or by `caption`. */
  readonly label: string;
  /** The value in force. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  /** What the arrow keys and the spinner add. Finer values may be typed unless `whole`. */
  readonly step: number;
  readonly whole?: boolean;
  /** Digits shown at least; a finer value is shown in full. */
  readonly digits?: number;
  /** The sentence for a refused entry (empty when the browser holds back what was typed): what is accepted, what stays. */
  readonly refusal: (entry: string) => string;
  /** Drawn softly: the value has no effect now. */
  readonly idle?: boolean;
  readonly className?: string | undefined;
}

/**
 * A native number input that hands over valid values only. Whatever else is typed stays in the field with a
 * sentence below it while the old value stays in force; on leaving, the field goes back to the value in force.
 */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    value,
    onChange,
    min,
    max,
    step,
    whole = false,
    digits = 0,
    refusal,
    idle,
    className,
  } = props;
  const [draft, setDraft] = useState<string>();
  const [refused, setRefused] = useState<{ readonly entry: string; readonly inForce: number }>();
  const note = useId();
  // A sentence about an older value is out of date as soon as another one is in force.
  const shown = refused?.inForce === value ? refused : undefined;

  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    const { value: entry, validity } = event.target;
    const next = Number(entry);
    setDraft(entry);
    if (entry === '' && !validity.badInput) return setRefused(undefined);
    if (entry === '' || !(next >= min && next <= max) || (whole && !Number.isInteger(next)))
      return setRefused({ entry, inForce: value });
    setRefused(undefined);
    if (next !== value) onChange(next);
  };

  return (
    <span className={classNames(styles['field'], className)}>
      <input
        type="number"
        inputMode={whole && min >= 0 ? 'numeric' : 'decimal'}
        aria-label={label}
        aria-invalid={shown !== undefined}
        aria-describedby={shown && note}
        className={classNames(styles['input'], idle && styles['idle'])}
        min={min}
        max={max}
        step={step}
        value={draft ?? display(value, digits)}
        onChange={change}
        onBlur={() => setDraft(undefined)}
      />
      {shown && (
        <span role="alert" id={note} className={styles['refusal']}>
          {refusal(shown.entry)}
        </span>
      )}
    </span>
  );
}

/** 0.8 with two digits is `0.80`; 0.125 stays `0.125`: never rounded away. */
function display(value: number, digits: number): string {
  const fixed = value.toFixed(digits);
  return Number(fixed) === value ? fixed : String(value);
}
