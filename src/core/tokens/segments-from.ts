/** UTF-16 units that are segmented at once where no border is known: a hundredth of a second or two. */
const windowUnits = 4096;

export interface CountedSegments {
  readonly count: number;
  /** UTF-16 offset after the last one that was counted: a border between two segments. */
  readonly end: number;
}

/**
 * Counts segments (those of words only, with the granularity `word`) from a border at `from` on, up to the first place
 * after it of which `isBorder` holds, or for a few thousand units. The last segment of such a window is left to the next,
 * as it may go on; one that fills a window is cut.
 */
export function segmentsFrom(
  segmenter: Intl.Segmenter,
  text: string,
  from: number,
  isBorder: (at: number) => boolean,
): CountedSegments {
  const limit = Math.min(text.length, from + windowUnits);
  let end = from + 1;
  while (end < limit && !isBorder(end)) end += 1;
  const isWhole = end === text.length || isBorder(end);
  let count = 0;
  let last = { at: 0, counts: false };
  for (const { index, isWordLike } of segmenter.segment(text.slice(from, end))) {
    // The segmenter for graphemes knows nothing of words.
    last = { at: index, counts: isWordLike ?? true };
    if (last.counts) count += 1;
  }
  if (isWhole || last.at === 0) return { count, end };
  return { count: last.counts ? count - 1 : count, end: from + last.at };
}
