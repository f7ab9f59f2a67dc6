import { useMemo, type KeyboardEvent } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { MergedPiece } from '../../../../core/tokens/explained-piece.ts';
import { mergeTree } from '../../../../core/tokens/merge-tree.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { byteFace } from './byte-face.ts';
import { copy } from './copy.ts';
import { joinsOf } from './joins-of.ts';
import { MergeControls } from './merge-controls.tsx';
import { MergeTable } from './merge-table.tsx';
import { MergeTreePicture } from './merge-tree-picture.tsx';
import styles from './merges.module.css';
import { usePlayback, type Playback } from './use-playback.ts';

/** One piece, from its bytes to its tokens: to be played, stepped and scrubbed. */
export function PieceMerges({ piece }: { readonly piece: MergedPiece }) {
  const words = useCopy(copy);
  const { bytes, singles, steps, ids, reached } = piece;
  const playback = usePlayback(piece, steps.length);
  const { at, playing } = playback;
  const roots = useMemo(() => mergeTree(singles, steps), [singles, steps]);
  const joins = useMemo(() => joinsOf(roots), [roots]);
  const parts = useMemo(() => mergeTree(singles, steps, at), [singles, steps, at]);
  const label = (part: { readonly from: number; readonly to: number }) =>
    byteFace(0, bytes.subarray(part.from, part.to)).label;
  const join = joins[at - 1];
  const sentence =
    join?.made === undefined
      ? words.start(formatCount(bytes.length))
      : words.made(
          formatCount(at),
          label(join.made.left),
          label(join.made.right),
          label(join),
          formatCount(join.made.rank),
        );
  const last = at === steps.length;
  return (
    <div
      role="group"
      aria-label={words.group(label({ from: 0, to: bytes.length }))}
      aria-keyshortcuts="ArrowLeft ArrowRight Space Home End"
      tabIndex={0}
      className={styles.player}
      onKeyDown={(event) => onKey(event, playback)}
    >
      {steps.length > 0 && <MergeControls playback={playback} />}
      {/* Played steps would be told faster than they can be said. */}
      <p className={styles.sentence} aria-live={playing ? 'off' : 'polite'}>
        {steps.length > 0 ? sentence : bytes.length === 1 ? words.oneByte : words.noMerge}
        {last && steps.length > 0 && reached && (
          <span className={styles.note}>{words.done(formatCount(ids.length))}</span>
        )}
      </p>
      <ol role="list" aria-label={words.parts} className={styles.parts}>
        {parts.map((part) => {
          const face = byteFace(part.id, bytes.subarray(part.from, part.to));
          const now = at > 0 && part.step === at;
          return (
            <li key={part.from} data-now={now || undefined}>
              <TokenChip face={face} />
              <span className={styles.id}>
                <span className="visually-hidden">{words.id} </span>
                {part.id}
              </span>
            </li>
          );
        })}
      </ol>
      <MergeTreePicture piece={piece} roots={roots} at={at} />
      {ids.length === 1 && bytes.length > 1 && (
        <p className={styles.note}>
          {reached ? words.entry(formatCount(ids[0]!)) : words.unreached(formatCount(ids[0]!))}
        </p>
      )}
      {steps.length > 0 && <MergeTable bytes={bytes} joins={joins} at={at} />}
      {steps.length > 0 && <p className={styles.keys}>{words.keys}</p>}
    </div>
  );
}

/** Keys of the part itself; on the slider Space plays, and what is a button or scrolls keeps its own keys. */
function onKey(event: KeyboardEvent, { at, count, go, toggle }: Playback): void {
  const { key, target, currentTarget } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || count === 0) return;
  const onSlider = target instanceof HTMLInputElement;
  if (target !== currentTarget && !(onSlider && key === ' ')) return;
  if (key === ' ') toggle();
  else if (key === 'ArrowRight') go(at + 1);
  else if (key === 'ArrowLeft') go(at - 1);
  else if (key === 'Home') go(0);
  else if (key === 'End') go(count);
  else return;
  event.preventDefault();
}
