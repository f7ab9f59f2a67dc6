import type { EditorView } from '@codemirror/view';

export interface Span {
  /** UTF-16, from ≤ to. */
  readonly from: number;
  readonly to: number;
}

/** UTF-16 units around the screen that are drawn as well: what scrolls in has its colours before it is drawn. */
const margin = 2000;
/** Ends are moved outwards to multiples of this, so that a small scroll changes nothing. */
const grain = 2048;
/** A range up to this long is taken whole: measuring costs more than drawing it. */
const short = 3000;
/** A line up to this long is never begun in its middle, so that what counts from its start stays as it is. */
export const shortLine = 4096;
/** More than a screen holds: right after a large paste the corners are guesses, and the next look corrects them. */
export const longestSpan = 32_768;

/**
 * What is on the screen, and a margin. CodeMirror draws lines whole, or 20,000 units and more of a long one, so inside
 * a long range the screen's corners are looked up. Not to be called while the editor updates.
 */
export function visibleSpan(view: EditorView): Span {
  const { length } = view.state.doc;
  const { from, to } = view.viewport;
  if (to - from <= short) return { from, to };
  const box = view.scrollDOM.getBoundingClientRect();
  const first = view.posAtCoords({ x: box.left + 1, y: box.top + 1 }, false);
  const last = view.posAtCoords({ x: box.right - 1, y: box.bottom - 1 }, false);
  const start = startOfLine(view, Math.max(0, Math.floor((first - margin) / grain) * grain));
  const end = Math.ceil((Math.max(first, last) + margin) / grain) * grain;
  return { from: start, to: Math.min(length, end, start + longestSpan) };
}

function startOfLine(view: EditorView, at: number): number {
  const line = view.state.doc.lineAt(at);
  return line.length > shortLine ? at : line.from;
}
