import { EditorView } from '@codemirror/view';

/** The text editor in a part of the page; undefined where there is none. */
function editorIn(part: ParentNode): EditorView | undefined {
  const box = part.querySelector<HTMLElement>('.cm-editor');
  return (box && EditorView.findFromDOM(box)) ?? undefined;
}

/** UTF-16 offset where the selection, or the caret, ends. */
export function selectionEnd(part: ParentNode): number {
  return editorIn(part)?.state.selection.main.to ?? 0;
}

/** Selects UTF-16 [from, to), brings it into view and gives the editor the focus. */
export function showInEditor(
  part: ParentNode,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const editor = editorIn(part);
  if (editor === undefined || to > editor.state.doc.length) return;
  editor.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  editor.focus();
}
