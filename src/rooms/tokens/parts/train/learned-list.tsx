import { useMemo, useRef } from 'react';
import type { LearnedMerge } from '../../../../core/bpe/learned-bpe.ts';
import { learnedMerges } from '../../../../core/bpe/learned-merges.ts';
import { formatCount } from '../../../../core/numbers/format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { byteFace } from '../merges/byte-face.ts';
import { useRowHeight } from '../vocabulary/use-row-height.ts';
import { useVirtualRows } from '../vocabulary/use-virtual-rows.ts';
import { copy } from './copy.ts';
import type { Learned } from './train-state.ts';
import styles from './train.module.css';

/** The merges in the order in which they were learned. Of thousands only those on the screen are in the page. */
export function LearnedList({ learned }: { readonly learned: Learned }) {
  const words = useCopy(copy);
  const merges = useMemo(() => learnedMerges(learned.bpe), [learned]);
  if (learned.wanted === 0) return <p className={styles['about']}>{words.noMerges}</p>;
  return (
    <>
      {merges.length < learned.wanted && (
        <p className={styles['about']}>{words.fewer(formatCount(learned.wanted))}</p>
      )}
      <MergeRows merges={merges} />
      <p className={styles['about']}>{words.countAbout}</p>
    </>
  );
}

function MergeRows({ merges }: { readonly merges: readonly LearnedMerge[] }) {
  const words = useCopy(copy);
  const scroller = useRef<HTMLDivElement>(null);
  const [heading, rowHeight] = useRowHeight();
  const { rows, height } = useVirtualRows(scroller, merges.length, rowHeight);
  const above = rows[0]?.top ?? 0;
  const below = height - above - rows.length * rowHeight;
  return (
    <div ref={scroller} className={styles['box']} role="region" aria-label={words.table} tabIndex={0}>
      <table aria-label={words.table} aria-rowcount={merges.length + 1}>
        <thead>
          <tr ref={heading} aria-rowindex={1}>
            {[words.rank, words.left, words.right, words.result, words.id, words.count].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {rows.map(({ index }) => (
            <MergeRow key={index} index={index} merges={merges} />
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </div>
  );
}

function MergeRow({ index, merges }: { readonly index: number; readonly merges: readonly LearnedMerge[] }) {
  const { id, left, right, count } = merges[index]!;
  return (
    // The heading is row 1.
    <tr aria-rowindex={index + 2}>
      <th scope="row">{formatCount(index + 1)}</th>
      <td>{chip(left, merges)}</td>
      <td>{chip(right, merges)}</td>
      <td>{chip(id, merges)}</td>
      <td>{formatCount(id)}</td>
      <td>{formatCount(count)}</td>
    </tr>
  );
}

/** The room of rows that are not in the page. */
function Gap({ height }: { readonly height: number }) {
  return <tr aria-hidden="true" style={{ height }} />;
}

function chip(id: number, merges: readonly LearnedMerge[]) {
  const bytes = merges[id - 256]?.bytes ?? Uint8Array.of(id);
  return <TokenChip face={byteFace(id, bytes)} />;
}
