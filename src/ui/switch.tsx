import styles from './switch.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Keeps the label for screen readers only. */
  readonly labelHidden?: boolean;
}

/** On or off at once, without a form. */
export function Switch({ label, checked, onChange, disabled, labelHidden = false }: SwitchProps) {
  return (
    <label className={styles['switch']} title={labelHidden ? label : undefined}>
      <input
        type="checkbox"
        role="switch"
        className={styles['input']}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={labelHidden ? 'visually-hidden' : undefined}>{label}</span>
    </label>
  );
}
