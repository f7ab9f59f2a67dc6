import { formatCount } from '../../../../core/numbers/format.ts';
import { categories } from '../../../../core/vocabulary/categories.ts';
import type { VocabularyCounts } from '../../../../core/vocabulary/count-tokens.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import styles from './vocabulary.module.css';

/** How many ids are in each category; they sum to the size. */
export function CategoryTable({ counts }: { readonly counts: VocabularyCounts }) {
  const words = useCopy(copy);
  return (
    <table className={styles.categories}>
      <caption>{words.countsTitle}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.category}</th>
          <th scope="col">{words.countsIds}</th>
        </tr>
      </thead>
      <tbody>
        {categories.flatMap((category) => [
          <tr key={category}>
            <th scope="row">{words.categories[category]}</th>
            <td>{formatCount(counts.categories[category])}</td>
          </tr>,
          category === 'undecodeable' && (
            <tr key="several" className={styles.part}>
              <th scope="row">{words.several}</th>
              <td>{formatCount(counts.undecodeableOfSeveralBytes)}</td>
            </tr>
          ),
        ])}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>{formatCount(counts.size)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
