import { useState } from 'react';
import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { LiveTokenChip } from '../../../../ui/tokens/live-token-chip.tsx';
import { copy } from './copy.ts';
import type { OverlaidToken } from './overlay.ts';
import styles from './paths.module.css';

/** Tokens of a stretch that are drawn at first. */
const atOnce = 24;

/** The tokens of a branch in a row, each with its reported probability. */
export function PathTokens({ tokens }: { readonly tokens: readonly OverlaidToken[] }) {
  const words = useCopy(copy);
  const [all, setAll] = useState(false);
  const shown = all ? tokens : tokens.slice(0, atOnce);
  const hidden = tokens.length - shown.length;
  return (
    <span className={styles.tokens}>
      {shown.map(({ token, probability }, place) => {
        const number = probability === undefined ? words.notTold : formatProbability(probability);
        return (
          <span key={place} className={styles.token}>
            <LiveTokenChip token={token} more={words.reported(number)} />
            <span className={styles.number}>
              {probability === undefined ? (
                <>
                  <span aria-hidden="true">–</span>
                  <span className="visually-hidden">{number}</span>
                </>
              ) : (
                number
              )}
            </span>
          </span>
        );
      })}
      {hidden > 0 && (
        <Button look="plain" onClick={() => setAll(true)}>
          {words.moreTokens(formatCount(hidden))}
        </Button>
      )}
    </span>
  );
}
