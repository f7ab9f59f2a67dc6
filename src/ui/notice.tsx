import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { copy } from './copy.ts';
import { IconButton } from './icon-button.tsx';
import { useCopy } from './language.tsx';
import styles from './notice.module.css';

export interface NoticeProps {
  /** `alert` interrupts a screen reader; keep it for what went wrong. */
  readonly tone?: 'status' | 'alert';
  /** What happened, what was kept, what to do. Nothing shown while empty, so that a later text is announced. */
  readonly children?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

/** A live region. Mount a `status` empty and fill it: what is there from the start is not announced. */
export function Notice({ tone = 'status', children, onDismiss }: NoticeProps) {
  const words = useCopy(copy);
  const empty = children === undefined || children === null || children === false || children === '';
  if (empty && tone === 'alert') return null;
  return (
    <div
      role={tone}
      className={classNames(styles['notice'], !empty && styles[tone], empty && styles['empty'])}
    >
      {!empty && <div className={styles['words']}>{children}</div>}
      {!empty && onDismiss && <IconButton icon="close" label={words.dismiss} onClick={onDismiss} />}
    </div>
  );
}
