import { useLayoutEffect, useRef, type PointerEventHandler, type ReactNode } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import styles from './history.module.css';

/** Tokens in the page at first, and added each time that earlier ones are asked for. */
export const historyAtOnce = 300;

interface HistoryStripProps {
  /** How many tokens there are, and how many of them are not in the page. */
  readonly count: number;
  readonly hidden: number;
  readonly onEarlier: () => void;
  /** The newest, oldest first, each a list item. */
  readonly children: ReactNode;
  /** Said when there is none, and beside them. */
  readonly empty: string;
  readonly note: string;
  readonly onPointerLeave?: PointerEventHandler | undefined;
}

/** Tokens in a row that begins anywhere and shows its end. */
export function HistoryStrip(props: HistoryStripProps) {
  const { count, hidden, onEarlier, children, empty, note } = props;
  const words = useCopy(copy);
  const scroller = useRef<HTMLDivElement>(null);

  // The newest is what the reader waits for.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null) element.scrollLeft = element.scrollWidth;
  }, [count]);

  return (
    <div className={styles.history}>
      <div ref={scroller} className={styles.scroller}>
        {hidden > 0 && (
          <Button look="plain" className={styles.earlier} onClick={onEarlier}>
            {words.earlier(formatCount(Math.min(hidden, historyAtOnce)))}
          </Button>
        )}
        <ol role="list" aria-label={words.list} className={styles.list} onPointerLeave={props.onPointerLeave}>
          {children}
        </ol>
        {count === 0 && <p className={styles.empty}>{empty}</p>}
      </div>
      {count > 0 && <p className={styles.note}>{note}</p>}
    </div>
  );
}
