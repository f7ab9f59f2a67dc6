import type { EditorView } from '@codemirror/view';

export interface Span {
  /** UTF-16, from ≤ to. */
  readonly from: number;
  readonly to: number;
}

/** What is to be painted, from what must have its paint now to what may be on the screen soon. */
export interface Spans {
  /** On the screen, and a little more. */
  readonly needed: Span;
  /** To be painted after a key press, when every millisecond counts. */
  readonly near: Span;
  /** What CodeMirror may draw next, which has its colours by then: else it would be drawn twice. */
  readonly soon: Span;
  /** To be painted when some of `soon` is not; holds all the others. */
  readonly wide: Span;
}

/** UTF-16 units around the screen; the last one in long lines only. */
const margins = { needed: 600, near: 1200, wide: 1500 };
/** UTF-16 units around what CodeMirror has drawn: the screen and some 500 pixels on either side. */
const drawnMargins = { soon: 1500, wide: 6000 };
/** A viewport of more units than this holds a long line. */
const long = 16_384;
/** Ends of `wide` are moved outwards to multiples of this, so that a small scroll changes nothing. */
const grain = 2048;
/** A line up to this long is never begun in its middle, so that what counts from its start stays as it is. */
export const shortLine = 4096;
/** A range up to this long is taken whole: measuring costs more than drawing it. */
const short = 3000;
/** More than a screen holds: right after a large paste the corners are guesses, and the next look corrects them. */
export const longestSpan = 32_768;

/**
 * What is on the screen, and what is around it. CodeMirror draws lines whole, or 20,000 units and more of a long one, so
 * inside a long range the screen's corners are looked up. Not to be called while the editor updates.
 */
export function visibleSpans(view: EditorView): Spans {
  const { viewport } = view;
  // Of a long line CodeMirror draws more than is good to paint: each token is an element.
  const isLong = viewport.to - viewport.from > long;
  const isShort = viewport.to - viewport.from <= short;
  const { from, to } = isShort ? viewport : cornersOf(view);
  const around = (margin: number, step: number, centre: Span = { from, to }): Span => {
    const start = startOfLine(view, Math.max(0, Math.floor((centre.from - margin) / step) * step));
    const end = Math.ceil((centre.to + margin) / step) * step;
    return { from: start, to: Math.min(view.state.doc.length, end, start + longestSpan) };
  };
  return {
    needed: isShort ? viewport : around(margins.needed, 1),
    near: isShort ? viewport : around(margins.near, 1),
    soon: isLong ? around(margins.needed, 1) : around(drawnMargins.soon, 1, viewport),
    wide: isLong ? around(margins.wide, grain) : around(drawnMargins.wide, grain, viewport),
  };
}

function cornersOf(view: EditorView): Span {
  const box = view.scrollDOM.getBoundingClientRect();
  const from = view.posAtCoords({ x: box.left + 1, y: box.top + 1 }, false);
  const to = view.posAtCoords({ x: box.right - 1, y: box.bottom - 1 }, false);
  return { from, to: Math.max(from, to) };
}

function startOfLine(view: EditorView, at: number): number {
  const line = view.state.doc.lineAt(at);
  return line.length > shortLine ? at : line.from;
}
