import { deleteGroupBackward } from '@codemirror/commands';
import { findClusterBreak, type StateCommand, type Text } from '@codemirror/state';

/**
 * Backward, for Backspace: takes the selection, or the last mark that was added to the character before the caret (an
 * accent of its own, a vowel sign), or that character. Forward, for Delete: the selection, or the character after the
 * caret with all its marks. Written here because CodeMirror's own asks how far a line is indented, and so brings a
 * parser along, 12 kB packed.
 */
export function deleteCharacter(direction: 'backward' | 'forward'): StateCommand {
  const forward = direction === 'forward';
  return (target) => {
    const { state, dispatch } = target;
    const { empty, head } = state.selection.main;
    // Of a selection nothing is counted, so there a word is taken as a character is.
    if (!empty) return deleteGroupBackward(target);
    if (state.readOnly) return false;
    const other = nextStop(state.doc, head, forward);
    if (other === head) return false;
    const changes = { from: Math.min(head, other), to: Math.max(head, other) };
    dispatch(state.update({ changes, userEvent: `delete.${direction}`, scrollIntoView: true }));
    return true;
  };
}

function nextStop(doc: Text, from: number, forward: boolean): number {
  const line = doc.lineAt(from);
  // Past the end of a line lies its line break, one place whatever it is written as.
  if (from === (forward ? line.to : line.from))
    return Math.max(0, Math.min(doc.length, from + (forward ? 1 : -1)));
  const stop = (column: number) => findClusterBreak(line.text, column, forward, forward);
  const column = stop(from - line.from);
  // U+FE00 to U+FE0F choose how the character before them looks and cannot be seen, so it goes with them.
  const unseen = !forward && /[\uFE00-\uFE0F]/.test(line.text[column]!);
  return line.from + (unseen ? stop(column) : column);
}
