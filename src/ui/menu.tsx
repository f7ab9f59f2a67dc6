import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Kbd } from './kbd.tsx';
import { placeBeside } from './place-beside.ts';
import styles from './menu.module.css';

export interface MenuItem {
  readonly id: string;
  readonly text: string;
  readonly onChoose: () => void;
  /** Shown as chosen; makes it a radio or check item. */
  readonly checked?: boolean;
  readonly shortcut?: string;
  readonly disabled?: boolean;
}

export interface MenuProps {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly triggerProps?: Omit<ButtonProps, 'children'>;
  readonly items: readonly MenuItem[];
}

/** A button with a list of actions: ↑ ↓ Home End move, Enter chooses, Escape closes; focus returns to the button. */
export function Menu({ label, trigger, triggerProps, items }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const entries = (): HTMLButtonElement[] => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []),
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  };

  return (
    <>
      <Button ref={button} aria-label={label} aria-haspopup="menu" popoverTarget={id} {...triggerProps}>
        {trigger}
      </Button>
      <div
        id={id}
        ref={list}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles['menu']}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          if (event.newState !== 'open' || !button.current) return;
          placeBeside(event.currentTarget, button.current);
          entries()[0]?.focus();
        }}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
            aria-checked={item.checked}
            aria-keyshortcuts={item.shortcut}
            disabled={item.disabled}
            className={styles['item']}
            onClick={() => {
              list.current?.hidePopover();
              item.onChoose();
            }}
          >
            {item.text}
            {item.shortcut !== undefined && <Kbd>{item.shortcut}</Kbd>}
          </button>
        ))}
      </div>
    </>
  );
}
