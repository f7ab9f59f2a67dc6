import { copy } from './copy.ts';
import { useCopy } from './language.tsx';
import styles from './skeleton.module.css';

/** Rows in the place of what is on its way; said once. */
export function Skeleton({ rows, label }: { readonly rows: number; readonly label?: string }) {
  const words = useCopy(copy);
  return (
    <div role="status" className={styles['skeleton']}>
      <span className="visually-hidden">{label ?? words.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} style={{ width: `${92 - ((row * 37) % 50)}%` }} />
      ))}
    </div>
  );
}
