import { EditorState, type StateCommand } from '@codemirror/state';
import { expect, test } from 'vitest';
import { deleteCharacter } from './delete-character.ts';

const deleteBackward = deleteCharacter('backward');
const deleteForward = deleteCharacter('forward');

/** Runs a command on a text in which `|` is the caret, or two of them are the ends of a selection. */
function after(command: StateCommand, marked: string): string {
  const anchor = marked.indexOf('|');
  const head = marked.lastIndexOf('|') - (marked.split('|').length - 2);
  let state = EditorState.create({ doc: marked.replaceAll('|', ''), selection: { anchor, head } });
  const done = command({ state, dispatch: (transaction) => (state = transaction.state) });
  const caret = state.selection.main.head;
  const text = state.doc.toString();
  return done ? `${text.slice(0, caret)}|${text.slice(caret)}` : 'nothing to take';
}

test.each([
  ['a letter', 'ab|c', 'a|c'],
  ['one space of an indent', '    |x', '   |x'],
  ['a line break', 'a\n|b', 'a|b'],
  ['an empty line', 'a\n\n|', 'a\n|'],
  ['both halves of a surrogate pair', 'a😀|', 'a|'],
  ['a family of four as a whole', 'a👨‍👩‍👧‍👦|', 'a|'],
  ['a heart and the sign that colours it', 'a❤\uFE0F|', 'a|'],
  ['an accent of its own, not the letter', 'e\u0301|', 'e|'],
  ['a selection', 'a|bc\nd|e', 'a|e'],
  ['nothing at the start', '|ab', 'nothing to take'],
])('Backspace takes %s', (_, before, expected) => {
  expect(after(deleteBackward, before)).toBe(expected);
});

test.each([
  ['a letter', 'a|bc', 'a|c'],
  ['a line break', 'a|\nb', 'a|b'],
  ['a letter with its accent', '|e\u0301x', '|x'],
  ['a family of four as a whole', '|👨‍👩‍👧‍👦b', '|b'],
  ['a selection', 'a|bc|d', 'a|d'],
  ['nothing at the end', 'ab|', 'nothing to take'],
])('Delete takes %s', (_, before, expected) => {
  expect(after(deleteForward, before)).toBe(expected);
});

test('what may not be edited stays', () => {
  const state = EditorState.create({
    doc: 'ab',
    selection: { anchor: 1 },
    extensions: EditorState.readOnly.of(true),
  });
  const dispatch = () => expect.unreachable();
  expect(deleteBackward({ state, dispatch })).toBe(false);
  expect(deleteForward({ state, dispatch })).toBe(false);
});
