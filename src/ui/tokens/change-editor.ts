import type { TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/**
 * Dispatches a change that the room makes. What the reader, a script or an assistive technology has selected in the page
 * is taken over first: the browser tells of a selection later, and redrawing the text would have undone it by then.
 */
export function changeEditor(view: EditorView, change: TransactionSpec): void {
  const selected = selectedInPage(view);
  if (selected !== undefined) view.dispatch({ selection: selected, userEvent: 'select' });
  view.dispatch(change);
}

/** A range in the page that the editor has not heard of; a mere caret is left to the editor, which may be moving it. */
function selectedInPage(view: EditorView): { readonly anchor: number; readonly head: number } | undefined {
  if (!view.hasFocus || view.composing) return undefined;
  const selection = view.contentDOM.ownerDocument.getSelection();
  if (selection === null || selection.isCollapsed) return undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (anchorNode === null || focusNode === null) return undefined;
  if (!view.contentDOM.contains(anchorNode) || !view.contentDOM.contains(focusNode)) return undefined;
  const anchor = view.posAtDOM(anchorNode, anchorOffset);
  const head = view.posAtDOM(focusNode, focusOffset);
  const { main } = view.state.selection;
  return anchor === main.anchor && head === main.head ? undefined : { anchor, head };
}
