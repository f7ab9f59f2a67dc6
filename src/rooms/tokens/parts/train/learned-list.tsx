import { useMemo, useState } from 'react';
import type { LearnedMerge } from '../../../../core/bpe/learned-bpe.ts';
import { learnedMerges } from '../../../../core/bpe/learned-merges.ts';
import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { byteFace } from '../merges/byte-face.ts';
import { copy } from './copy.ts';
import type { Learned } from './train-state.ts';
import styles from './train.module.css';

/** Rows at first, and with each press. */
const rowsAtOnce = 200;

/** The merges in the order in which they were learned. */
export function LearnedList({ learned }: { readonly learned: Learned }) {
  const words = useCopy(copy);
  const merges = useMemo(() => learnedMerges(learned.bpe), [learned]);
  const [asked, setAsked] = useState({ learned, rows: rowsAtOnce });
  const rows = asked.learned === learned ? asked.rows : rowsAtOnce;
  const left = merges.length - rows;
  if (learned.wanted === 0) return <p className={styles['about']}>{words.noMerges}</p>;
  return (
    <>
      {merges.length < learned.wanted && (
        <p className={styles['about']}>{words.fewer(formatCount(learned.wanted))}</p>
      )}
      <div className={styles['box']} role="region" aria-label={words.table} tabIndex={0}>
        <table aria-label={words.table}>
          <thead>
            <tr>
              {[words.rank, words.left, words.right, words.result, words.id, words.count].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {merges.slice(0, rows).map((merge, i) => (
              <tr key={merge.id}>
                <th scope="row">{formatCount(i + 1)}</th>
                <td>{chip(merge.left, merges)}</td>
                <td>{chip(merge.right, merges)}</td>
                <td>{chip(merge.id, merges)}</td>
                <td>{formatCount(merge.id)}</td>
                <td>{formatCount(merge.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <Button className={styles['more']} onClick={() => setAsked({ learned, rows: rows + rowsAtOnce })}>
          {words.more(formatCount(Math.min(left, rowsAtOnce)), formatCount(left))}
        </Button>
      )}
      <p className={styles['about']}>{words.countAbout}</p>
    </>
  );
}

function chip(id: number, merges: readonly LearnedMerge[]) {
  const bytes = merges[id - 256]?.bytes ?? Uint8Array.of(id);
  return <TokenChip face={byteFace(id, bytes)} />;
}
