import type { TokenId } from '../core/numbers/units.ts';
import { classNames } from './class-names.ts';
import { tokenColour } from './token-colour.ts';
import styles from './token-chip.module.css';
import { visibleText } from './visible-text.ts';

export interface TokenChipProps {
  readonly id: TokenId;
  /** The token's text, or its bytes in hex when it is a part of a character. */
  readonly text: string;
  readonly removed?: boolean;
  readonly className?: string | undefined;
}

/** A token on its own colour. */
export function TokenChip({ id, text, removed = false, className }: TokenChipProps) {
  return (
    <span
      className={classNames(styles['chip'], removed && styles['removed'], className)}
      style={{ backgroundColor: tokenColour(id) }}
    >
      {visibleText(text)}
    </span>
  );
}
