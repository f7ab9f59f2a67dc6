import { formatCount } from '../../../../core/numbers/format.ts';
import type { SpecialMode } from '../../../../core/tokens/encoding-ids.ts';
import type { SpecialCount } from '../../../../core/tokens/special-places.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import styles from './special.module.css';

export interface SpecialTokensProps {
  /** What is made of them. Where they are refused the refusal itself says so. */
  readonly mode: Exclude<SpecialMode, 'refuse'>;
  /** Those whose characters stand in the text. */
  readonly found: readonly SpecialCount[];
  /** Shows the next place of one. */
  readonly onShow: (token: string) => void;
}

/** Which special tokens stand in the text, how often and where; as plain text, what only looks like one. */
export function SpecialTokens({ mode, found, onShow }: SpecialTokensProps) {
  const words = useCopy(copy);
  if (found.length === 0) return null;
  const total = formatCount(found.reduce((sum, { count }) => sum + count, 0));
  return (
    <div className={styles.special} data-mode={mode}>
      <p>{mode === 'parse' ? words.parsed(total) : words.asText(total)}</p>
      {found.map(({ token, count }) => (
        <Button
          key={token}
          className={styles.place}
          aria-label={words.show(token, formatCount(count))}
          title={words.hint}
          onClick={() => onShow(token)}
        >
          {words.times(token, formatCount(count))}
        </Button>
      ))}
    </div>
  );
}
