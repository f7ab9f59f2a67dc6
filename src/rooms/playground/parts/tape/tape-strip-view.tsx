import { memo } from 'react';
import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenColour } from '../../../../ui/token-colour.ts';
import { tokenFace } from '../../selectors/token-face.ts';
import { copy } from './copy.ts';
import styles from './tape.module.css';
import type { TapeStrip } from './tape-segments.ts';

interface Props {
  readonly strip: TapeStrip;
  readonly vocabulary: VocabularyBytes | undefined;
  readonly pick: TokenId | undefined;
  readonly activeId: TokenId | undefined;
  /** CSS pixels of the whole tape, and of a rem. */
  readonly width: number;
  readonly rem: number;
}

/** The needle moves over this without drawing it again. */
export const TapeStripView = memo(function TapeStripView(props: Props) {
  const { strip, vocabulary, pick, activeId, width, rem } = props;
  const words = useCopy(copy);
  const { rest } = strip;
  const restWords = words.rest(formatCount(rest.tokens), formatProbability(rest.share));
  return (
    <div className={styles.segments} aria-hidden="true">
      {strip.segments.map(({ id, from, share }) => {
        const { label } = tokenFace(id, vocabulary);
        const pixels = share * width;
        return (
          <span
            key={id}
            className={styles.segment}
            data-picked={id === pick || undefined}
            data-active={id === activeId || undefined}
            data-thin={pixels < 4 || undefined}
            style={{ left: of(from), width: of(share), backgroundColor: tokenColour(id) }}
          >
            {fits(label, pixels, rem) && label}
          </span>
        );
      })}
      {rest.tokens > 0 && (
        <span
          className={styles.rest}
          title={restWords}
          style={{ left: of(rest.from), width: of(rest.share) }}
        >
          {fits(restWords, rest.share * width, rem) ? (
            <span className={styles.restWords}>{restWords}</span>
          ) : (
            fits(words.restShort(formatCount(rest.tokens)), rest.share * width, rem) && (
              <span className={styles.restWords}>{words.restShort(formatCount(rest.tokens))}</span>
            )
          )}
        </span>
      )}
    </div>
  );
});

function of(share: number): string {
  return `${(share * 100).toFixed(4)}%`;
}

/** A monospaced character at 0.8125rem is half a rem wide, a wide (East Asian) one at most a rem. */
function fits(label: string, pixels: number, rem: number): boolean {
  let halves = 2;
  for (const character of label) halves += character > '\u2e7f' ? 2 : 1;
  return pixels >= (halves * rem) / 2;
}
