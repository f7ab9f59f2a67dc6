import { memo, useMemo } from 'react';
import { visibleText } from '../../../../core/tokens/visible-text.ts';
import { colourNumber } from '../../../../ui/tokens/colour-number.ts';
import { tokenColour } from '../../../../ui/token-colour.ts';
import { comparedPieces, type Split } from '../../compare/compared-pieces.ts';
import styles from './compare.module.css';

const encoder = new TextEncoder();

interface Props {
  readonly label: string;
  readonly text: string;
  readonly split: Split;
  readonly others: readonly Split[];
  /** UTF-16 range that is drawn. */
  readonly from: number;
  readonly to: number;
  /** Said of a cut that no other split makes. */
  readonly alone: string;
}

/** A part of a text as coloured pieces; beginnings that no other split has are ringed. */
export const ComparedText = memo(function ComparedText(props: Props) {
  const { label, text, split, others, from, to, alone } = props;
  const pieces = useMemo(() => comparedPieces(split, others, from, to), [split, others, from, to]);
  return (
    <p className={styles['text']} aria-label={label}>
      {pieces.map((piece) => (
        <span
          key={piece.index}
          className={styles['piece']}
          data-alone={piece.alone || undefined}
          title={piece.alone ? alone : undefined}
          style={{
            backgroundColor: tokenColour(
              piece.id ?? colourNumber(encoder.encode(text.slice(piece.from, piece.to))),
            ),
          }}
        >
          {visibleText(text.slice(piece.from, piece.to))}
        </span>
      ))}
    </p>
  );
});
