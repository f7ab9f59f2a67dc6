import { useMemo, useState } from 'react';
import { useCopy } from '../../../../ui/language.tsx';
import { HistoryStrip, historyAtOnce } from '../history/history-strip.tsx';
import { copy } from './copy.ts';
import { liveHistoryMarks, type LiveHistoryEntry } from './live-history-marks.ts';
import { LiveHistoryToken } from './live-history-token.tsx';

export interface LiveHistoryProps {
  /** Oldest first. */
  readonly entries: readonly LiveHistoryEntry[];
  /** Back to before the entry with this index. */
  readonly onRewind: (index: number) => void;
}

/** The tokens that a live model's steps have added. */
export function LiveHistory({ entries, onRewind }: LiveHistoryProps) {
  const words = useCopy(copy);
  const [most, setMost] = useState(historyAtOnce);
  const marks = useMemo(() => liveHistoryMarks(entries, most), [entries, most]);
  return (
    <HistoryStrip
      count={entries.length}
      hidden={entries.length - marks.length}
      onEarlier={() => setMost(most + historyAtOnce)}
      empty={words.empty}
      note={words.note}
    >
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
    </HistoryStrip>
  );
}
