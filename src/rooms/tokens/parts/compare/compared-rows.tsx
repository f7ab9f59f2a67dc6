import { memo, useMemo, useState } from 'react';
import { useCopy } from '../../../../ui/language.tsx';
import { useMedia } from '../../../../ui/use-media.ts';
import type { SplitId } from '../../compare/split-ids.ts';
import type { SplitSource } from '../../compare/split-source.ts';
import { textRows } from '../../compare/text-rows.ts';
import { ComparedCell } from './compared-cell.tsx';
import styles from './compare.module.css';
import { copy } from './copy.ts';
import { createPieceCache } from './piece-cache.ts';
import { useSlices } from './use-slices.ts';
import { useTextScroll } from './use-text-scroll.ts';

export interface RowsColumn {
  readonly id: SplitId;
  readonly name: string;
  /** Undefined while the text is read. */
  readonly source: SplitSource | undefined;
}

interface ComparedRowsProps {
  readonly columns: readonly RowsColumn[];
  readonly text: string;
  /** Told how far down the text the screen is, in [0, 1]; undefined while it shows all of it. */
  readonly onShare: (share: number | undefined) => void;
}

/** UTF-16 units of a row: a few lines of a column, or of a phone. Of many small pieces fewer are drawn beyond the screen. */
const rowLengths = { wide: 160, dense: 96 } as const;
/** Splits with a piece for each character: several times the elements in the same room. */
const dense: readonly SplitId[] = ['graphemes', 'characters', 'bytes'];

/**
 * A text in several splits that scroll as one: each row has the same part of it in all of them, side by side or, where there is
 * no room for that, one below the other.
 */
export const ComparedRows = memo(function ComparedRows({ columns, text, onShare }: ComparedRowsProps) {
  const words = useCopy(copy);
  const isNarrow = useMedia('(width < 40rem)');
  const denseOnes = columns.filter(({ id }) => dense.includes(id)).length;
  const longest = isNarrow || denseOnes > 0 ? rowLengths.dense : rowLengths.wide;
  const rows = useMemo(() => textRows(text, longest), [text, longest]);
  const { scroller, spacer, block, first, last, onKeyDown } = useTextScroll(rows, onShare);
  const { borders } = rows;
  const sources = useMemo(() => columns.flatMap(({ source }) => source ?? []), [columns]);
  const slices = useSlices(sources, borders[first]!, borders[last]!);
  const [cache] = useState(createPieceCache);
  const shown = Array.from({ length: last - first }, (_, at) => ({
    row: first + at,
    from: borders[first + at]!,
    to: borders[first + at + 1]!,
  }));
  return (
    <div
      ref={scroller}
      role="group"
      aria-label={words.together(String(columns.length))}
      tabIndex={0}
      className={styles['scroller']}
      data-dense={denseOnes}
      data-narrow={isNarrow || undefined}
      onKeyDown={onKeyDown}
    >
      <div ref={spacer} className={styles['spacer']}>
        <div
          ref={block}
          className={styles['block']}
          style={{ gridTemplateColumns: `repeat(${isNarrow ? 1 : columns.length}, minmax(0, 1fr))` }}
        >
          {columns.map(({ id, name, source }, place) => {
            const others = columns.filter((other) => other.id !== id).map((other) => other.source);
            return (
              <section key={id} aria-label={words.textOf(name)} className={styles['column']}>
                {shown.map(({ row, from, to }) => (
                  <p
                    key={row}
                    data-row={place === 0 ? row : undefined}
                    data-place={place + 1}
                    dir="auto"
                    className={styles['cell']}
                    // Row by row, while the page reads column by column; the same for as long as the row is there.
                    style={{ order: row * columns.length + place }}
                  >
                    <ComparedCell
                      text={text}
                      from={from}
                      to={to}
                      pieces={cache.of(source, others, slices, { from, to })}
                    />
                  </p>
                ))}
              </section>
            );
          })}
        </div>
      </div>
    </div>
  );
});
