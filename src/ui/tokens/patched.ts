import type { Range, Text } from '@codemirror/state';
import type { Decoration, DecorationSet } from '@codemirror/view';
import type { Span } from './visible-span.ts';

/** New paint of a stretch of text; what is outside stays. */
export interface Patch {
  readonly span: Span;
  readonly ranges: readonly Range<Decoration>[];
}

/** The paint with the stretch painted anew. */
export function patched(paint: DecorationSet, { span, ranges }: Patch, doc: Text): DecorationSet {
  const from = Math.min(span.from, ranges.find((range) => range.from < range.to)?.from ?? span.from);
  const to = ranges.reduce((most, range) => Math.max(most, range.to), span.to);
  const line = doc.lineAt(from);
  const stays = (start: number, stop: number): boolean => {
    if (start < stop) return stop <= from || start >= to;
    // subtle: the mark of a line break stands at its line's start; what counts is where the break is.
    const end = start === line.from ? line.to : doc.lineAt(start).to;
    return end < doc.length && (end < from || end >= to); // the last line has no break
  };
  return paint.update({ filterFrom: line.from, filterTo: to, filter: stays, add: ranges, sort: true });
}
