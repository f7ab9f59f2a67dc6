import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';
import styles from './candidates.module.css';
import type { CandidateTable } from './select-candidates.ts';

/** What the drawing leaves out, counted and summed over the whole vocabulary. */
export function RestRow({
  rest,
  words,
}: {
  readonly rest: CandidateTable['rest'];
  readonly words: Copy<typeof en>;
}) {
  return (
    <tr className={styles.rest}>
      <td className={styles.tokenCell}>{words.everythingElse}</td>
      <td>
        <span className={styles.modelFlow}>
          <span />
          <span className={styles.number}>{formatProbability(rest.model)}</span>
        </span>
      </td>
      <td className={styles.finalCell}>
        <span className={styles.number}>{formatProbability(rest.final)}</span>
      </td>
      <td className={styles.statusCell}>
        {words.tokens(formatCount(rest.tokens))}
        {rest.tokens > 0 && rest.kept < rest.tokens && (
          <>, {rest.kept === 0 ? words.noneLeft : words.stillIn(formatCount(rest.kept))}</>
        )}
      </td>
    </tr>
  );
}
