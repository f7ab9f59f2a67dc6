import type { TextEdit } from './text-edit.ts';

/** Edits do not overlap and are of the text before; applied from the last to the first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const fromLast = [...edits].sort((a, b) => b.from - a.from);
  return fromLast.reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

/** The one replacement that turns `before` into `after`; undefined when they are equal. */
export function difference(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
