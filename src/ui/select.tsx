import { useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './select.module.css';

export interface SelectProps<Value extends string> {
  /** The accessible name, exactly. */
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly {
    readonly value: Value;
    readonly text: string;
    readonly disabled?: boolean;
  }[];
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
  readonly className?: string | undefined;
}

/** A native select: its role is combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, onChange, options, labelHidden = false, className } = props;
  const id = useId();
  return (
    <span className={classNames(styles['select'], className)}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={styles['control']}
        title={options.find((option) => option.value === value)?.text}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </span>
  );
}
