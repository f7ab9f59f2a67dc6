import type { EditorView } from '@codemirror/view';

export interface Span {
  /** UTF-16, from ≤ to. */
  readonly from: number;
  readonly to: number;
}

/** UTF-16 units around the screen that are drawn as well, so that a small scroll shows colours at once. */
const margin = 600;
/** A range up to this long is taken whole: measuring costs more than drawing it. */
const short = 3000;
/** More than a screen holds: right after a large paste the corners are guesses, and the next look corrects them. */
export const longestSpan = 12_000;

/**
 * What is on the screen, and a margin. CodeMirror draws lines whole, or 20,000 units and more of a long one, so inside
 * a long range the screen's corners are looked up. Not to be called while the editor updates.
 */
export function visibleSpan(view: EditorView): Span {
  const { from, to } = view.viewport;
  if (to - from <= short) return { from, to };
  const box = view.scrollDOM.getBoundingClientRect();
  const first = view.posAtCoords({ x: box.left + 1, y: box.top + 1 }, false);
  const last = view.posAtCoords({ x: box.right - 1, y: box.bottom - 1 }, false);
  const start = Math.max(from, first - margin);
  return { from: start, to: Math.min(to, Math.max(first, last) + margin, start + longestSpan) };
}
