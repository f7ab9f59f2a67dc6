import type { ReactNode } from 'react';
import styles from './fact.module.css';

/** Facts of one token, each with its name. */
export function Facts({ wide = false, children }: { readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <dl className={styles.facts} data-wide={wide || undefined}>
      {children}
    </dl>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
