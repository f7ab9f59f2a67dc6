import { useMemo, useRef } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { formatInterval } from '../../../../core/numbers/format-interval.ts';
import type { PartialTrace } from '../../../../core/partial/partial-trace.ts';
import { bilingual, useCopy } from '../../../../ui/language.tsx';
import { tokenColour } from '../../../../ui/token-colour.ts';
import { usePacedInput } from '../../../../ui/use-paced-input.ts';
import { liveFace } from '../../../../ui/tokens/live-face.ts';
import { lengthOf } from '../tape/length-of.ts';
import { needleWords } from '../tape/needle-words.ts';
import { lastU } from '../tape/neighbour-edge.ts';
import tape from '../tape/tape.module.css';
import { usePointerHeld } from '../tape/use-pointer-held.ts';
import { useWidth } from '../tape/use-width.ts';
import { liveSegments } from './live-segments.ts';
import styles from './live-tape.module.css';

const copy = bilingual(
  {
    slider: 'Draw position',
    at: (u: string, what: string) => `u ${u}: ${what}`,
    more: (tokens: string) => `${tokens} more listed`,
    band: (share: string) => `not listed: ${share}`,
    provider: 'The provider draws; New draw asks it again.',
    empty: 'The tape appears with the first answer.',
  },
  {
    slider: '抽選の位置 / Draw position',
    at: (u, what) => `u ${u}：${what}`,
    more: (tokens) => `ほか ${tokens} 個`,
    band: (share) => `一覧の外：${share}`,
    provider: '提供元が引きます。「引き直す」でもう一度尋ねます。',
    empty: '最初の答えが来ると、ここに帯が現れます。',
  },
);

export interface LiveTapeProps {
  readonly trace: PartialTrace | undefined;
  readonly there: boolean;
  /** In [0, 1). */
  readonly u: number;
  readonly onU: (u: number) => void;
  /** Place in the list of the token under the needle. */
  readonly picked: number | undefined;
  /** What lies under the needle, in words. */
  readonly said: string;
}

/** What is drawn from, as far as it is known, from 0 to 1; what is not known as a dotted band at its end. */
export function LiveTape({ trace, there, u, onU, picked, said }: LiveTapeProps) {
  const words = useCopy(copy);
  const box = useRef<HTMLDivElement>(null);
  const { width, rem } = useWidth(box);
  const held = usePointerHeld();
  const input = usePacedInput(u, onU);
  const strip = useMemo(() => (trace === undefined ? undefined : liveSegments(trace, width)), [trace, width]);
  const band = strip?.band;
  const unknown = trace?.remainder.final;
  const label = unknown === undefined ? '' : words.band(formatInterval(unknown.low, unknown.high));
  return (
    <div className={tape['tape']} data-still={held || undefined} data-fresh data-empty={!strip || undefined}>
      <div ref={box} className={tape['strip']}>
        <div className={tape['segments']} aria-hidden="true">
          {strip?.segments.map(({ index, from, share }) => {
            const token = trace!.source.known[index]!;
            const face = liveFace(token);
            return (
              <span
                key={index}
                className={tape['segment']}
                data-picked={index === picked || undefined}
                style={{
                  left: lengthOf(from),
                  width: lengthOf(share),
                  backgroundColor: tokenColour(face.colourId),
                }}
              >
                {share * width > ((face.label.length + 2) * rem) / 2 && face.label}
              </span>
            );
          })}
          {strip !== undefined && strip.narrow.tokens > 0 && (
            <span
              className={tape['rest']}
              title={words.more(formatCount(strip.narrow.tokens))}
              style={{ left: lengthOf(strip.narrow.from), width: lengthOf(strip.narrow.share) }}
            />
          )}
          {band !== undefined && band.share > 0 && (
            <span
              className={`${tape['segment']} ${styles['band']}`}
              title={label}
              style={{ left: lengthOf(band.from), width: lengthOf(band.share) }}
            >
              {band.share * width > ((label.length + 2) * rem) / 2 && <b>{label}</b>}
            </span>
          )}
        </div>
        {(trace === undefined || there) && (
          <p className={`${tape['empty']} ${styles['said']}`}>
            <b>{trace === undefined ? words.empty : words.provider}</b>
          </p>
        )}
        {!there && (
          <>
            <div className={tape['needle']} style={{ left: `${u * 100}%` }} aria-hidden="true">
              <span className={tape['reading']} data-side={u < 0.03 ? 'start' : u > 0.97 ? 'end' : undefined}>
                u {needleWords(u)}
              </span>
            </div>
            <input
              type="range"
              className={tape['input']}
              aria-label={words.slider}
              aria-valuetext={words.at(needleWords(u), said)}
              min={0}
              max={lastU}
              step={0.000001}
              disabled={trace === undefined}
              {...input}
            />
          </>
        )}
      </div>
    </div>
  );
}
