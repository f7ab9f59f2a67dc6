import { EditorView } from '@codemirror/view';

/** A key press or an input method inserts less than this at once. */
const typed = 200;

/**
 * A long insertion that is not a paste (dictation, a text expander, a script) goes into the editor's own text.
 * Left to the browser it would build the page's elements line by line, which takes minutes for a megabyte.
 */
export const insertWhole = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType } = event;
    if (view.composing || inputType !== 'insertText' || data === null || data.length < typed) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(view.state.toText(data)), {
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});
