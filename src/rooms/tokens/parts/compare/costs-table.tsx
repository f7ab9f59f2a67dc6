import { formatCount } from '../../../../core/numbers/format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { sentences } from '../../compare/sentences.ts';
import type { SplitId } from '../../compare/split-ids.ts';
import styles from './compare.module.css';
import { copy } from './copy.ts';

interface CostsTableProps {
  readonly ids: readonly SplitId[];
  /** A row for each sentence, a number for each split; undefined while they are counted. */
  readonly counts: readonly (readonly number[])[] | undefined;
}

/** How many pieces the same sentence has in twelve languages. */
export function CostsTable({ ids, counts }: CostsTableProps) {
  const words = useCopy(copy);
  const nameOf = (id: SplitId) => (id in words.names ? words.names[id as keyof typeof words.names] : id);
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
                {nameOf(id)}
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
              {ids.map((id, column) => (
                <td key={id}>{counts === undefined ? '…' : formatCount(counts[row]![column]!)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
