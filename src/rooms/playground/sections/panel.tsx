import { useId, useRef, type ReactNode } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly hint: string;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Shown while it is open. */
  readonly children: ReactNode;
}

/** Below the screen that the loop fills: closed until the reader opens it, then open on this device. */
export function Panel({ title, hint, open, onOpen, children }: PanelProps) {
  const panel = useId();
  const box = useRef<HTMLElement>(null);
  return (
    <section ref={box} className={styles['panel']}>
      <h2>
        <button
          type="button"
          className={styles['opener']}
          aria-expanded={open}
          aria-controls={open ? panel : undefined}
          onClick={() => {
            onOpen(!open);
            if (!open) requestAnimationFrame(() => box.current?.scrollIntoView({ block: 'start' }));
          }}
        >
          <Icon name="chevron" />
          <span>{title}</span>
        </button>
        <span className={styles['hint']}>{hint}</span>
      </h2>
      {open && (
        <div id={panel} className={styles['content']}>
          {children}
        </div>
      )}
    </section>
  );
}
