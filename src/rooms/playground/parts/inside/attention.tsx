import { useMemo, useState } from 'react';
import { formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import type { InsideView } from '../../playground-state.ts';
import { selectAttention, type AttentionChoice } from '../../selectors/select-attention.ts';
import { AttentionTable } from './attention-table.tsx';
import { AttentionWindow } from './attention-window.tsx';
import { copy } from './copy.ts';
import styles from './inside.module.css';

interface AttentionProps {
  readonly view: InsideView;
  readonly vocabulary: VocabularyBytes;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
}

/** Positions in the table. */
const most = 10;

/** Where the last position of the window looked, in a layer and head of the reader's choice. */
export function Attention({ view, vocabulary, activeId, onActive }: AttentionProps) {
  const words = useCopy(copy);
  const { inside } = view;
  const [wanted, setWanted] = useState<AttentionChoice>({ layer: inside.layers - 1, head: 'mean' });
  // Another model may have fewer of either.
  const layer = Math.min(wanted.layer, inside.layers - 1);
  const head = wanted.head === 'mean' || wanted.head >= inside.heads ? 'mean' : wanted.head;
  const row = useMemo(() => selectAttention(inside, { layer, head }, most), [inside, layer, head]);
  const numbers = (count: number) =>
    Array.from({ length: count }, (_, each) => ({ value: String(each + 1), text: String(each + 1) }));
  return (
    <figure className={styles.attention}>
      <div className={styles.pickers}>
        <h3>{words.attention}</h3>
        <Select
          label={words.layer}
          value={String(layer + 1)}
          onChange={(value) => setWanted({ layer: Number(value) - 1, head })}
          options={numbers(inside.layers)}
        />
        <Select
          label={words.head}
          value={head === 'mean' ? head : String(head + 1)}
          onChange={(value) => setWanted({ layer, head: value === 'mean' ? value : Number(value) - 1 })}
          options={[{ value: 'mean', text: words.mean }, ...numbers(inside.heads)]}
        />
      </div>
      <AttentionWindow
        view={view}
        row={row}
        vocabulary={vocabulary}
        activeId={activeId}
        onActive={onActive}
      />
      <p className={styles.note}>{words.deepest(formatProbability(Math.min(1, row.largest)))}</p>
      <AttentionTable
        row={row}
        window={inside.window}
        vocabulary={vocabulary}
        activeId={activeId}
        onActive={onActive}
      />
    </figure>
  );
}
