import { formatCount } from '../../../../core/numbers/format.ts';
import type { VocabularyCounts } from '../../../../core/vocabulary/count-tokens.ts';
import { tokenKinds, type TokenKind } from '../../../../core/vocabulary/token-kinds.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import styles from './vocabulary.module.css';

interface KindFilterProps {
  readonly counts: VocabularyCounts;
  readonly chosen: readonly TokenKind[];
  readonly onChange: (chosen: readonly TokenKind[]) => void;
}

/** A box for each kind, with how many tokens are of it; a token is shown when it is of all that are ticked. */
export function KindFilter({ counts, chosen, onChange }: KindFilterProps) {
  const words = useCopy(copy);
  return (
    <fieldset className={styles.filter}>
      <legend>{words.kindFilter}</legend>
      <div className={styles.boxes}>
        {tokenKinds.map((kind) => (
          <label key={kind} title={words.kindHints[kind]}>
            <input
              type="checkbox"
              checked={chosen.includes(kind)}
              onChange={({ target }) =>
                onChange(tokenKinds.filter((one) => (one === kind ? target.checked : chosen.includes(one))))
              }
            />
            <span>{words.kinds[kind]}</span>
            <span className={styles.number}>{formatCount(counts.kinds[kind])}</span>
          </label>
        ))}
      </div>
      <details className={styles.help}>
        <summary>{words.kindHelp}</summary>
        <dl className={styles.examples}>
          {tokenKinds.map((kind) => (
            <div key={kind}>
              <dt>{words.kinds[kind]}</dt>
              <dd>{words.kindHints[kind]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </fieldset>
  );
}
