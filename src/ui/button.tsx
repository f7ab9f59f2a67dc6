import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import styles from './button.module.css';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` once per view; `plain` has no outline until hovered. */
  readonly look?: 'primary' | 'quiet' | 'plain';
  /** Shown behind the words, e.g. `P`; also told to assistive technology. */
  readonly shortcut?: string | undefined;
}

/** A native button that submits nothing. */
export function Button({ look = 'quiet', shortcut, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles['button'], styles[look], className)}
      aria-keyshortcuts={shortcut}
      {...rest}
    >
      {children}
      {shortcut !== undefined && <Kbd>{shortcut}</Kbd>}
    </button>
  );
}
