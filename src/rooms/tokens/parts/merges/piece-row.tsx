import { useId } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { ExplainedPiece } from '../../../../core/tokens/explained-piece.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { byteFace } from './byte-face.ts';
import { copy } from './copy.ts';
import styles from './merges.module.css';

interface PieceRowProps {
  readonly pieces: readonly ExplainedPiece[];
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
}

/** What the pattern cut, in order: radio buttons. */
export function PieceRow({ pieces, chosen, onChoose }: PieceRowProps) {
  const words = useCopy(copy);
  const name = useId();
  function more(piece: ExplainedPiece): string {
    if (piece.kind === 'special') return words.special;
    return piece.kind === 'too-long' ? words.tooLong : words.tokens(formatCount(piece.ids.length));
  }
  return (
    <fieldset className={styles.pieces}>
      <legend>{words.pieces}</legend>
      {pieces.map((piece, at) => {
        const label = byteFace(0, piece.bytes).label + (piece.kind === 'too-long' ? '…' : '');
        return (
          <label key={at} data-chosen={at === chosen || undefined} data-kind={piece.kind} title={more(piece)}>
            <input
              type="radio"
              name={name}
              aria-label={words.piece(label, more(piece))}
              checked={at === chosen}
              onChange={() => onChoose(at)}
            />
            <span>{label}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
