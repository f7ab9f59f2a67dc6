import { useEffect, useId, useRef, type ReactNode } from 'react';
import { copy } from './copy.ts';
import { IconButton } from './icon-button.tsx';
import { useCopy } from './language.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  /** Called for Escape, the close button and a press outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A native modal dialog: it traps focus, closes on Escape and gives focus back to where it was. */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const words = useCopy(copy);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      {open && (
        <div className={styles['sheet']}>
          <header className={styles['header']}>
            <h2 id={heading}>{title}</h2>
            <IconButton icon="close" label={words.close} onClick={() => dialog.current?.close()} />
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
