import { segmentRun } from './segment-run.ts';
import type { SpanList } from './span-list.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** UTF-16 units between two steps. */
const perStep = 16_384;

/**
 * UTF-16 units between two of which there is always a border (Unicode's UAX #29): no marks, no joiners, no emoji, no
 * carriage return. Whole Hangul syllables are among them, as two of them never join.
 */
const simple = new Uint8Array(0x1_0000);
for (const [first, last] of [
  [0x0, 0x2ff],
  [0x391, 0x3a1],
  [0x3a3, 0x3ff],
  [0x400, 0x482],
  [0x48a, 0x52f],
  [0x2010, 0x2026],
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x30a0, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff9d],
] as const)
  simple.fill(1, first, last + 1);
for (const unit of [0x0d, 0xa9, 0xad, 0xae]) simple[unit] = 0;

/** Adds the extended grapheme clusters of a text, and returns how many different ones there are. */
export function* splitGraphemes(text: string, spans: SpanList): Generator<void, number, void> {
  const { length } = text;
  const units = new Uint8Array(0x1_0000);
  const clusters = new Set<string>();
  let singles = 0;
  const add = (start: number, end: number): void => {
    spans.add(start, end);
    if (end - start > 1) clusters.add(text.slice(start, end));
    else {
      const unit = text.charCodeAt(start);
      singles += 1 - units[unit]!;
      units[unit] = 1;
    }
  };
  let next = perStep;
  for (let at = 0; at < length;) {
    let to = at + 1;
    let before = simple[text.charCodeAt(at)]!;
    while (to < length) {
      const after = simple[text.charCodeAt(to)]!;
      if ((before & after) !== 0) break;
      before = after;
      to += 1;
    }
    if (to === at + 1) add(at, to);
    else segmentRun(segmenter, text, at, to, add);
    at = to;
    if (at >= next) {
      next = at + perStep;
      yield;
    }
  }
  return singles + clusters.size;
}
