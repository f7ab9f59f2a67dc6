import { useMemo, useState } from 'react';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { copy } from './copy.ts';
import { historyMarks, type HistoryEntry } from './history-marks.ts';
import { HistoryStrip, historyAtOnce } from './history-strip.tsx';
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

export function History({ entries, vocabulary, activeId, onActive, onRewind }: HistoryProps) {
  const words = useCopy(copy);
  const [most, setMost] = useState(historyAtOnce);
  const marks = useMemo(() => historyMarks(entries, most), [entries, most]);
  return (
    <HistoryStrip
      count={entries.length}
      hidden={entries.length - marks.length}
      onEarlier={() => setMost(most + historyAtOnce)}
      empty={words.empty}
      note={words.note}
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
    </HistoryStrip>
  );
}
