import type { TextEdit } from './text-edit.ts';

/** Edits do not overlap and are of the text before; applied from the last to the first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const fromLast = [...edits].sort((a, b) => b.from - a.from);
  return fromLast.reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

/** UTF-16 units that are compared at once while looking for what differs: an engine compares stretches, not units. */
const stretch = 4096;

/** The one replacement that turns `before` into `after`; undefined when they are equal. */
export function difference(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const from = sameAtStart(before, after);
  const tail = sameAtEnd(before, after, Math.min(before.length, after.length) - from);
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

function sameAtStart(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same + stretch <= shorter && isSame(before, same, after, same)) same += stretch;
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  return same;
}

/** Looks at `most` units at most, so that what is the same at the start is not counted twice. */
function sameAtEnd(before: string, after: string, most: number): number {
  let same = 0;
  const at = (text: string) => text.length - same - stretch;
  while (same + stretch <= most && isSame(before, at(before), after, at(after))) same += stretch;
  const unit = (text: string) => text.charCodeAt(text.length - 1 - same);
  while (same < most && unit(before) === unit(after)) same++;
  return same;
}

function isSame(before: string, from: number, after: string, to: number): boolean {
  return before.slice(from, from + stretch) === after.slice(to, to + stretch);
}
