import { useId } from 'react';
import styles from './choice.module.css';

export interface ChoiceProps<Value extends string> {
  /** The accessible name of the group. */
  readonly label: string;
  /** Shown before the group; otherwise it is said only. */
  readonly labelShown?: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
}

/** Radio buttons that look like one switch. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, labelShown = false, value, onChange, options } = props;
  const name = useId();
  return (
    <fieldset className={styles['choice']}>
      <legend className="visually-hidden">{label}</legend>
      {labelShown && <span aria-hidden="true">{label}</span>}
      <span className={styles['group']}>
        {options.map((option) => (
          <label key={option.value} data-chosen={option.value === value || undefined}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}
