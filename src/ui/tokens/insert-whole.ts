import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** UTF-16 units: a key press or an input method inserts less at once, and no line break with it. */
const typed = 200;

/**
 * A long insertion, or one of several lines, that is not a paste (dictation, a text expander, a script) goes into the
 * editor's own text. Left to the browser it would become elements, line by line: minutes for a megabyte. So does what
 * replaces a selection: a browser gives it the looks of the text before as an inline style, which the policy forbids.
 */
export const insertWhole = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType } = event;
    if (view.composing || inputType !== 'insertText' || data === null) return false;
    // subtle: a selection made by a script is the page's before the editor has heard of it.
    const selection = document.getSelection();
    if (selection === null || selection.rangeCount === 0) return false;
    const place = selection.getRangeAt(0);
    if (!view.contentDOM.contains(place.commonAncestorContainer)) return false;
    if (data.length < typed && !data.includes('\n') && place.collapsed) return false;
    event.preventDefault();
    const from = view.posAtDOM(place.startContainer, place.startOffset);
    const to = view.posAtDOM(place.endContainer, place.endOffset);
    const insert = view.state.toText(data);
    view.dispatch({
      changes: { from, to, insert },
      selection: EditorSelection.cursor(from + insert.length),
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});
