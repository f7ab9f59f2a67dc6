import { formatCount } from '../../../../core/numbers/format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { sentences } from '../../compare/sentences.ts';
import type { SplitId } from '../../compare/split-ids.ts';
import styles from './compare.module.css';
import { copy } from './copy.ts';
import { useSplitName } from './use-split-name.ts';

interface CostsTableProps {
  readonly ids: readonly SplitId[];
  /** For each split a number for each sentence; undefined while they are counted, or cannot be. */
  readonly counts: Readonly<Partial<Record<SplitId, readonly number[]>>>;
}

/** How many pieces the same sentence has in twelve languages. */
export function CostsTable({ ids, counts }: CostsTableProps) {
  const words = useCopy(copy);
  const nameOf = useSplitName();
  return (
    <section aria-label={words.costs}>
      <h2>{words.costs}</h2>
      <p className={styles['source']}>{words.source}</p>
      <table className={styles['costs']}>
        <thead>
          <tr>
            <th scope="col">{words.language}</th>
            {ids.map((id) => (
              <th key={id} scope="col">
                {nameOf(id).replace('_', '_\u200B')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sentences.map(({ language, code, text }, row) => (
            <tr key={code}>
              <td title={text} lang={code}>
                {language}
              </td>
              {ids.map((id) => {
                const count = counts[id]?.[row];
                return <td key={id}>{count === undefined ? '…' : formatCount(count)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
