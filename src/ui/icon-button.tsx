import type { ButtonProps } from './button.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'shortcut'> {
  readonly icon: IconName;
  /** The accessible name and the tooltip. */
  readonly label: string;
}

export function IconButton({ icon, label, look = 'plain', className, ...rest }: IconButtonProps) {
  return (
    <Button
      look={look}
      className={classNames(styles['icon'], className)}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
    </Button>
  );
}
