import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * What is typed goes into the editor's own text, which then draws it. Left to the browser it would be put into the page,
 * laid out, read back and drawn again, twice the time of a key press; a long insertion (dictation, a text expander, a
 * script) would become elements, line by line: minutes for a megabyte; and what replaces a selection would get the looks
 * of the text before as an inline style, which the policy forbids. Input methods compose in the page, as they must.
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
