import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** One sentence where there is nothing yet, and at most one thing to do about it. */
export function EmptyState({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles['empty']}>
      <p>{children}</p>
      {action}
    </div>
  );
}
