import { useId, useLayoutEffect, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import type { TokenId } from '../../../../core/numbers/units.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import { GridRow } from './grid-row.tsx';
import type { TokenActions } from './row-actions.tsx';
import { useRowHeight } from './use-row-height.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import type { VocabularyRow } from './vocabulary-rows.ts';
import styles from './vocabulary-grid.module.css';

interface VocabularyGridProps extends TokenActions {
  /** Ids in order, of which only those on the screen are in the page. */
  readonly hits: Uint32Array;
  readonly rowOf: (id: TokenId) => VocabularyRow;
  readonly busy: boolean;
  /** The rows are of an earlier query. */
  readonly stale: boolean;
  readonly opened: TokenId | undefined;
  /** `byKey`: the focus follows. */
  readonly onDetails: (id: TokenId, byKey: boolean) => void;
  /** Told of the element that scrolls and has the focus. */
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Any number of tokens as rows; one of them is the current one, which the keys move and act on. */
export function VocabularyGrid(props: VocabularyGridProps) {
  const { hits, rowOf, busy, stale, opened, onDetails, scroller, ...actions } = props;
  const words = useCopy(copy);
  const name = useId();
  const hint = useId();
  const [heading, rowHeight] = useRowHeight();
  const [current, setCurrent] = useState({ hits, at: 0 });
  const at = current.hits === hits ? current.at : 0;

  const { rows, height, page, reveal } = useVirtualRows(scroller, hits.length, rowHeight);
  useLayoutEffect(() => {
    // subtle: newer browsers return a promise here, which an effect must not.
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, hits]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: hits.length - 1,
    }[event.key];
    if (next !== undefined) {
      const to = Math.min(hits.length - 1, Math.max(0, next));
      setCurrent({ hits, at: to });
      reveal(to);
    } else if (event.key === 'Enter') onDetails(hits[at]!, true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? Number.NaN);
    const id = hits[index];
    if (id === undefined || target.closest('button') !== null) return;
    setCurrent({ hits, at: index });
    onDetails(id, false);
  };

  return (
    <div className={styles.gridBox} data-stale={stale || undefined}>
      <p id={hint} className="visually-hidden">
        {words.rowsHint}
      </p>
      <div
        ref={scroller}
        role="grid"
        aria-label={words.rows}
        aria-describedby={hint}
        aria-busy={busy}
        aria-rowcount={hits.length + 1}
        aria-colcount={5}
        aria-activedescendant={rows.some(({ index }) => index === at) ? `${name}-${at}` : undefined}
        tabIndex={0}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="rowgroup" className={styles.head}>
          <div ref={heading} role="row" aria-rowindex={1} className={styles.row}>
            <span role="columnheader">{words.id}</span>
            <span role="columnheader">{words.token}</span>
            <span role="columnheader" className={styles.bytes}>
              {words.bytes}
            </span>
            <span role="columnheader" className={styles.kinds}>
              {words.kind}
            </span>
            <span role="columnheader" className={styles.actions}>
              <span className="visually-hidden">{words.actions}</span>
            </span>
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height }}>
          {rows.map(({ index, top }) => (
            <GridRow
              key={index}
              id={`${name}-${index}`}
              index={index}
              top={top}
              row={rowOf(hits[index]!)}
              current={index === at}
              opened={hits[index] === opened}
              {...actions}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
