import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import type { InsideView } from '../../playground-state.ts';
import type { AttentionRow } from '../../selectors/select-attention.ts';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { activeAt } from './active-at.ts';
import { copy } from './copy.ts';
import styles from './inside.module.css';
import { useRoving } from './use-roving.ts';

interface AttentionWindowProps {
  readonly view: InsideView;
  readonly row: AttentionRow;
  readonly vocabulary: VocabularyBytes;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
}

/** The window's tokens in their order, shaded by their share; what lies left of the window is dark. */
export function AttentionWindow({ view, row, vocabulary, activeId, onActive }: AttentionWindowProps) {
  const words = useCopy(copy);
  const { window } = view.inside;
  const roving = useRoving(window.length);
  const further = view.outside - view.before.length;
  return (
    <div className={styles.window}>
      {view.outside > 0 && (
        <p className={styles.outside} title={words.outside}>
          <span className="visually-hidden">{words.outside}: </span>
          {further > 0 && <span className={styles.further}>{words.further(formatCount(further))}</span>}
          {Array.from(view.before, (id, at) => (
            <span key={at} className={styles.dark}>
              {tokenFace(id, vocabulary).label}
            </span>
          ))}
        </p>
      )}
      <ol
        role="list"
        aria-label={words.attention}
        className={styles.chips}
        onKeyDown={roving.onKeyDown}
        onFocus={roving.onFocus}
        {...activeAt(onActive)}
      >
        {Array.from(window, (id, position) => {
          const face = tokenFace(id, vocabulary);
          const share = formatProbability(Math.min(1, row.shares[position]!));
          return (
            <li
              key={position}
              data-id={id}
              data-place={position}
              data-active={id === activeId || undefined}
              tabIndex={position === roving.reachable ? 0 : -1}
              aria-label={words.chip(formatCount(position + 1), face.label, share)}
            >
              <TokenChip face={face} ground={shade(row.shares[position]! / row.largest)} more={share} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** From the card's own ground to the deep end. */
function shade(part: number): string {
  return `color-mix(in oklab, var(--attention) ${(100 * part).toFixed(1)}%, var(--card))`;
}
