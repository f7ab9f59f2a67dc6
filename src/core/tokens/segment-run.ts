import { isHighSurrogate } from './unit-widths.ts';

/** UTF-16 units given to a segmenter at once: what one cut costs grows with the length of its string. */
const unitsAtOnce = 128;
/** Segments at the end of a part that are cut again with what follows: rules look one segment ahead. */
const unsure = 2;

/**
 * Cuts UTF-16 [from, to), which borders on both sides, with a segmenter. In parts, each of which begins at a border; a
 * dictionary's words in a run without any punctuation may so depend on where a part ends.
 */
export function segmentRun(
  segmenter: Intl.Segmenter,
  text: string,
  from: number,
  to: number,
  add: (start: number, end: number) => void,
): void {
  let at = from;
  let room = unitsAtOnce;
  while (at < to) {
    let end = Math.min(to, at + room);
    if (end < to && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    const starts: number[] = [];
    for (const { index } of segmenter.segment(text.slice(at, end))) starts.push(at + index);
    const sure = end === to ? starts.length : starts.length - unsure;
    if (sure <= 0) {
      room *= 2;
      continue;
    }
    for (let i = 0; i < sure; i++) add(starts[i]!, starts[i + 1] ?? end);
    at = starts[sure] ?? end;
    room = unitsAtOnce;
  }
}
