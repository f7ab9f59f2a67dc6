import { memo, useMemo } from 'react';
import { visibleText } from '../../../../core/tokens/visible-text.ts';
import { tokenColour } from '../../../../ui/token-colour.ts';
import { comparedPieces, type Split } from '../../compare/compared-pieces.ts';
import styles from './compare.module.css';

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
          style={{ backgroundColor: tokenColour(piece.id ?? hashOf(text.slice(piece.from, piece.to))) }}
        >
          {visibleText(text.slice(piece.from, piece.to))}
        </span>
      ))}
    </p>
  );
});

/** The same piece has the same colour. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 8;
}
