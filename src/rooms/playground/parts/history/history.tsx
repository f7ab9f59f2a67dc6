import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenFace } from '../../selectors/token-face.ts';
import { copy } from './copy.ts';
import styles from './history.module.css';
import { historyMarks, type HistoryEntry } from './history-marks.ts';
import { HistoryToken } from './history-token.tsx';

export interface HistoryProps {
  /** Oldest first; drawn or taken by hand. */
  readonly entries: readonly HistoryEntry[];
  readonly vocabulary: VocabularyBytes | undefined;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
  /** Back to where the entry with this index was about to be drawn. */
  readonly onRewind: (index: number) => void;
}

/** Tokens in the page at first, and added each time that earlier ones are asked for. */
const atOnce = 300;

export function History({ entries, vocabulary, activeId, onActive, onRewind }: HistoryProps) {
  const words = useCopy(copy);
  const scroller = useRef<HTMLDivElement>(null);
  const [most, setMost] = useState(atOnce);
  const marks = useMemo(() => historyMarks(entries, most), [entries, most]);
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
            {words.earlier(formatCount(Math.min(hidden, atOnce)))}
          </Button>
        )}
        <ol
          role="list"
          aria-label={words.list}
          className={styles.list}
          onPointerLeave={() => onActive(undefined)}
        >
          {marks.map((mark) => (
            <HistoryToken
              key={mark.index}
              index={mark.index}
              id={mark.entry.id}
              maker={mark.entry.maker}
              byHand={mark.entry.by === 'hand'}
              final={mark.entry.final}
              surprisal={mark.surprisal}
              height={mark.height}
              face={tokenFace(mark.entry.id, vocabulary)}
              active={mark.entry.id === activeId}
              onActive={onActive}
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
