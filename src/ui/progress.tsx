import { Button } from './button.tsx';
import { copy } from './copy.ts';
import { useCopy } from './language.tsx';
import styles from './progress.module.css';

export interface ProgressProps {
  /** What is going on, e.g. `Loading the vocabulary`. */
  readonly label: string;
  /** In [0, 1]; absent while the end is unknown. */
  readonly share?: number | undefined;
  /** The number in words when a percentage says too little, e.g. `1.2 of 3.0 MB`. */
  readonly figure?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
}

export function Progress({ label, share, figure, onCancel }: ProgressProps) {
  const words = useCopy(copy);
  const number = figure ?? (share === undefined ? undefined : words.percent((share * 100).toFixed(0)));
  return (
    <div className={styles['progress']}>
      <span className={styles['label']}>{label}</span>
      {number !== undefined && <span className={styles['number']}>{number}</span>}
      <progress className={styles['bar']} aria-label={label} max={1} value={share} />
      {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
    </div>
  );
}
