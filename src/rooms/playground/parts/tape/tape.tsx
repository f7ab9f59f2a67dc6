import { useMemo, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { usePacedInput } from '../../../../ui/use-paced-input.ts';
import { copy } from './copy.ts';
import { needleKey } from './needle-keys.ts';
import { needleWords } from './needle-words.ts';
import { lastU } from './neighbour-edge.ts';
import { SegmentMark } from './segment-mark.tsx';
import styles from './tape.module.css';
import { segmentAt, tapeSegments, type TapeStrip } from './tape-segments.ts';
import { TapeStripView } from './tape-strip-view.tsx';
import { usePointerHeld } from './use-pointer-held.ts';
import { useWidth } from './use-width.ts';

export interface TapeProps {
  /** Undefined until there is a distribution. */
  readonly trace: Trace | undefined;
  readonly vocabulary: VocabularyBytes | undefined;
  /** In [0, 1). */
  readonly u: number;
  /** The token that a draw with this u gives. */
  readonly pick: TokenId | undefined;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
  readonly onU: (u: number) => void;
  /** Nothing glides, because the cause is not the reader; nor does it while anything is dragged. */
  readonly still?: boolean;
  /** Another distribution, not a bent one: its pieces are where they are at once, only the needle glides. */
  readonly fresh?: boolean;
}

const nothing: TapeStrip = { segments: [], rest: { from: 0, share: 1, tokens: 0 } };

/** The final distribution laid out from 0 to 1, and the needle at u: the token under it is drawn. */
export function Tape(props: TapeProps) {
  const { trace, vocabulary, u, pick, activeId, onActive, onU, still = false, fresh = false } = props;
  const words = useCopy(copy);
  const box = useRef<HTMLDivElement>(null);
  const { width, rem } = useWidth(box);
  const held = usePointerHeld();
  const input = usePacedInput(u, onU);
  const strip = useMemo(() => (trace === undefined ? nothing : tapeSegments(trace, width)), [trace, width]);
  const place = { left: `${u * 100}%` };

  const hover = (event: PointerEvent<HTMLInputElement>) => {
    const at = box.current!.getBoundingClientRect();
    onActive(segmentAt(strip, (event.clientX - at.left) / at.width)?.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const next = needleKey(event, u, trace);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== u) onU(next);
  };
  const valueText =
    trace === undefined || pick === undefined
      ? words.atRest(needleWords(u))
      : words.at(
          needleWords(u),
          tokenFace(pick, vocabulary).label,
          formatProbability(trace.probabilityOf(pick)),
        );

  return (
    <div
      className={styles.tape}
      data-still={still || held || undefined}
      data-fresh={fresh || undefined}
      data-empty={trace === undefined || undefined}
    >
      <div ref={box} className={styles.strip}>
        <TapeStripView strip={strip} vocabulary={vocabulary} width={width} rem={rem} />
        <SegmentMark strip={strip} id={pick} look="picked" />
        <SegmentMark strip={strip} id={activeId} look="active" />
        {trace === undefined && <p className={styles.empty}>{words.empty}</p>}
        <div className={styles.needle} style={place} aria-hidden="true">
          <span className={styles.reading} data-side={u < 0.03 ? 'start' : u > 0.97 ? 'end' : undefined}>
            u {needleWords(u)}
          </span>
        </div>
        <input
          type="range"
          className={styles.input}
          aria-label={words.slider}
          aria-valuetext={valueText}
          title={words.keys}
          min={0}
          max={lastU}
          step={0.000001}
          disabled={trace === undefined}
          {...input}
          onKeyDown={onKeyDown}
          onPointerMove={hover}
          onPointerLeave={() => onActive(undefined)}
        />
      </div>
    </div>
  );
}
