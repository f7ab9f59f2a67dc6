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
    if (data.length < typed && !data.includes('\n') && view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(view.state.toText(data)), {
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});
