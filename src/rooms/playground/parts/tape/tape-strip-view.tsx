import { memo } from 'react';
import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenColour } from '../../../../ui/token-colour.ts';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { copy } from './copy.ts';
import styles from './tape.module.css';
import { lengthOf } from './length-of.ts';
import type { TapeSegment, TapeStrip } from './tape-segments.ts';

interface Props {
  readonly strip: TapeStrip;
  readonly vocabulary: VocabularyBytes | undefined;
  /** CSS pixels of the whole tape, and of a rem. */
  readonly width: number;
  readonly rem: number;
}

/** Narrower segments, in CSS pixels, have no room for a word and are one band of colours together: see `thinBand`. */
const narrow = 9;

/** The needle and the marks move over this without drawing it again. */
export const TapeStripView = memo(function TapeStripView({ strip, vocabulary, width, rem }: Props) {
  const words = useCopy(copy);
  const { segments, rest } = strip;
  const firstThin = segments.findIndex((segment) => segment.share * width < narrow);
  const wide = firstThin === -1 ? segments : segments.slice(0, firstThin);
  const thin = firstThin === -1 ? [] : segments.slice(firstThin);
  const restWords = words.rest(formatCount(rest.tokens), formatProbability(rest.share));
  const restLabel = [restWords, words.restShort(formatCount(rest.tokens))].find((label) =>
    fits(label, rest.share * width, rem),
  );
  return (
    <div className={styles.segments} aria-hidden="true">
      {wide.map(({ id, from, share }) => {
        const { label } = tokenFace(id, vocabulary);
        return (
          <span
            key={id}
            className={styles.segment}
            style={{ left: lengthOf(from), width: lengthOf(share), backgroundColor: tokenColour(id) }}
          >
            {fits(label, share * width, rem) && label}
          </span>
        );
      })}
      {thin.length > 0 && <span className={styles.thin} style={thinBand(thin)} />}
      {rest.tokens > 0 && (
        <span
          className={styles.rest}
          title={restWords}
          style={{ left: lengthOf(rest.from), width: lengthOf(rest.share) }}
        >
          {restLabel !== undefined && <span className={styles.restWords}>{restLabel}</span>}
        </span>
      )}
    </div>
  );
});

/** One element for all: hundreds of them would cost more each frame than everything else on the screen. */
function thinBand(thin: readonly TapeSegment[]) {
  const { from } = thin[0]!;
  const last = thin.at(-1)!;
  const length = last.from + last.share - from;
  const stops = thin.map((segment) => {
    const start = (segment.from - from) / length;
    return `${tokenColour(segment.id)} ${lengthOf(start)} ${lengthOf(start + segment.share / length)}`;
  });
  return {
    left: lengthOf(from),
    width: lengthOf(length),
    backgroundImage: `linear-gradient(to right, ${stops.join(', ')})`,
  };
}

/** A monospaced character at 0.8125rem is half a rem wide, a wide (East Asian) one at most a rem. */
function fits(label: string, pixels: number, rem: number): boolean {
  let halves = 2;
  for (const character of label) halves += character > '\u2e7f' ? 2 : 1;
  return pixels >= (halves * rem) / 2;
}
