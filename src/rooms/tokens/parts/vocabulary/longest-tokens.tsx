import { formatCount } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyCounts } from '../../../../core/vocabulary/count-tokens.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { copy } from './copy.ts';
import type { VocabularyRow } from './vocabulary-rows.ts';
import styles from './vocabulary.module.css';

interface LongestTokensProps {
  readonly counts: VocabularyCounts;
  readonly rowOf: (id: TokenId) => VocabularyRow;
  readonly onDetails: (id: TokenId) => void;
}

const most = 5;

/** The tokens with most bytes; each opens its details. */
export function LongestTokens({ counts, rowOf, onDetails }: LongestTokensProps) {
  const words = useCopy(copy);
  return (
    <section aria-label={words.longest} className={styles.longest}>
      <h3>{words.longest}</h3>
      <ol>
        {counts.longest.slice(0, most).map((id) => {
          const { face, byteCount } = rowOf(id);
          return (
            <li key={id}>
              <Button look="plain" onClick={() => onDetails(id)}>
                <TokenChip face={face} />
                <span className={styles.number}>{words.length(formatCount(byteCount))}</span>
              </Button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
