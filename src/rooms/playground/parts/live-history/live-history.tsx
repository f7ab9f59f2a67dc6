import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy as historyCopy } from '../history/copy.ts';
import styles from '../history/history.module.css';
import { copy } from './copy.ts';
import { liveHistoryMarks, type LiveHistoryEntry } from './live-history-marks.ts';
import { LiveHistoryToken } from './live-history-token.tsx';

export interface LiveHistoryProps {
  /** Oldest first. */
  readonly entries: readonly LiveHistoryEntry[];
  /** Back to before the entry with this index. */
  readonly onRewind: (index: number) => void;
}

/** Tokens in the page at first, and added each time that earlier ones are asked for. */
const atOnce = 300;

/** The tokens that a live model's steps have added. */
export function LiveHistory({ entries, onRewind }: LiveHistoryProps) {
  const words = useCopy(copy);
  const history = useCopy(historyCopy);
  const scroller = useRef<HTMLDivElement>(null);
  const [most, setMost] = useState(atOnce);
  const marks = useMemo(() => liveHistoryMarks(entries, most), [entries, most]);
  const hidden = entries.length - marks.length;

  // The newest is what the reader waits for.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null) element.scrollLeft = element.scrollWidth;
  }, [entries.length]);

  return (
    <div className={styles.history}>
      <div ref={scroller} className={styles.scroller}>
        {hidden > 0 && (
          <Button look="plain" className={styles.earlier} onClick={() => setMost(most + atOnce)}>
            {history.earlier(formatCount(Math.min(hidden, atOnce)))}
          </Button>
        )}
        <ol role="list" aria-label={history.list} className={styles.list}>
          {marks.map(({ entry, index, surprise }) => (
            <LiveHistoryToken
              key={index}
              index={index}
              entry={entry}
              surprisal={surprise?.surprisal}
              height={surprise?.height}
              onRewind={onRewind}
            />
          ))}
        </ol>
        {entries.length === 0 && <p className={styles.empty}>{words.empty}</p>}
      </div>
      {entries.length > 0 && <p className={styles.note}>{words.note}</p>}
    </div>
  );
}
