import { useState } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { ExplainedPiece } from '../../../../core/tokens/explained-piece.ts';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { byteFace } from './byte-face.ts';
import { copy } from './copy.ts';
import styles from './merges.module.css';
import { PieceMerges } from './piece-merges.tsx';
import { PieceRow } from './piece-row.tsx';

export type MergesState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly sentence: string; readonly onRetry: () => void }
  | {
      readonly phase: 'ready';
      readonly pieces: readonly ExplainedPiece[];
      /** UTF-16 units of the text after the pieces. */
      readonly rest: number;
      /** While a newer answer is on its way. */
      readonly busy: boolean;
    };

export interface MergePlayerProps {
  readonly state: MergesState;
}

/** Why a text splits where it does: its pieces, and for the chosen one every merge with its rank. */
export function MergePlayer({ state }: MergePlayerProps) {
  const words = useCopy(copy);
  const [wanted, setWanted] = useState(0);
  if (state.phase === 'loading') return <Skeleton rows={6} label={words.loading} />;
  if (state.phase === 'failed')
    return (
      <div role="alert" className={styles.about}>
        {state.sentence} <Button onClick={state.onRetry}>{words.retry}</Button>
      </div>
    );
  const { pieces, rest, busy } = state;
  // A shorter text may have fewer.
  const chosen = Math.min(wanted, pieces.length - 1);
  const piece = pieces[chosen];
  return (
    <div className={styles.panel} aria-busy={busy}>
      <p className={styles.about}>{words.about}</p>
      {piece === undefined ? (
        <EmptyState>{words.empty}</EmptyState>
      ) : (
        <>
          <PieceRow pieces={pieces} chosen={chosen} onChoose={setWanted} />
          {rest > 0 && (
            <p className={styles.note}>{words.rest(formatCount(pieces.length), formatCount(rest))}</p>
          )}
          <ChosenPiece piece={piece} />
        </>
      )}
    </div>
  );
}

function ChosenPiece({ piece }: { readonly piece: ExplainedPiece }) {
  const words = useCopy(copy);
  if (piece.kind === 'merged') return <PieceMerges piece={piece} />;
  const bytes = formatCount(piece.toByte - piece.fromByte);
  return (
    <p className={styles.note}>
      {piece.kind === 'special'
        ? words.isSpecial(byteFace(piece.id, piece.bytes).label, formatCount(piece.id))
        : words.isTooLong(bytes, formatCount(piece.limit))}
    </p>
  );
}
