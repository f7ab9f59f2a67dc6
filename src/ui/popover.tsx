import { useId, useRef, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import styles from './popover.module.css';
import { placeBeside } from './place-beside.ts';

export interface PopoverProps {
  /** The accessible name of the button and of what it opens. */
  readonly label: string;
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly triggerProps?: Omit<ButtonProps, 'children'>;
  readonly children: ReactNode;
  readonly role?: 'dialog' | 'group';
  /** The children are made when it is opened first, and only while it is open. */
  readonly whenOpen?: boolean;
}

/**
 * A native popover that its button opens: Escape or a press elsewhere closes it, focus goes back to the button.
 * It lies in the top layer, placed beside the button and kept inside the window.
 */
export function Popover({ label, trigger, triggerProps, children, role = 'group', whenOpen }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button ref={button} aria-label={label} aria-expanded={open} popoverTarget={id} {...triggerProps}>
        {trigger}
      </Button>
      <div
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        className={styles['popover']}
        onToggle={(event) => {
          const shown = event.newState === 'open';
          setOpen(shown);
          if (shown && button.current) placeBeside(event.currentTarget, button.current);
        }}
      >
        {(open || !whenOpen) && children}
      </div>
    </>
  );
}
