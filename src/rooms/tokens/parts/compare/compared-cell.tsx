import { memo } from 'react';
import { visibleText } from '../../../../core/tokens/visible-text.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenColour } from '../../../../ui/token-colour.ts';
import { colourNumber } from '../../../../ui/tokens/colour-number.ts';
import type { ComparedPiece } from '../../compare/compared-pieces.ts';
import styles from './compare.module.css';
import { copy } from './copy.ts';

const encoder = new TextEncoder();
/** UTF-16 units of a piece without an id that give its colour. */
const colouredBy = 64;

interface ComparedCellProps {
  readonly text: string;
  /** UTF-16 range of the row. */
  readonly from: number;
  readonly to: number;
  /** Undefined while they are not there: the text is drawn without them. */
  readonly pieces: readonly ComparedPiece[] | undefined;
}

/** A row of the text under one split: its pieces on their colours, and what is in none of them as it is. */
export const ComparedCell = memo(function ComparedCell({ text, from, to, pieces }: ComparedCellProps) {
  const words = useCopy(copy);
  if (pieces === undefined) return visibleText(text.slice(from, to));
  return pieces.map((piece) => {
    const shown = visibleText(text.slice(piece.from, piece.to));
    if (piece.whole === undefined) return shown;
    const said = [
      piece.ids.length > 0 && words.ids(piece.ids.join(' + ')),
      piece.pieces.length > 1 && words.shared(String(piece.pieces.length)),
      piece.begun && words.begun,
      piece.goesOn && words.goesOn,
      piece.alone && words.alone,
    ].filter((part) => part !== false);
    return (
      <span
        key={piece.from}
        className={styles['piece']}
        data-odd={piece.pieces[0]! % 2 === 1 || undefined}
        data-alone={piece.alone || undefined}
        data-begun={piece.begun || undefined}
        data-goes-on={piece.goesOn || undefined}
        data-shared={piece.pieces.length > 1 ? piece.pieces.length : undefined}
        title={said.length > 0 ? said.join(' · ') : undefined}
        style={{ backgroundColor: tokenColour(colourOf(text, piece)) }}
      >
        {shown}
      </span>
    );
  });
});

function colourOf(text: string, { ids, whole }: ComparedPiece): number {
  if (ids[0] !== undefined) return ids[0];
  const { from, to } = whole!;
  return colourNumber(encoder.encode(text.slice(from, Math.min(to, from + colouredBy))));
}
