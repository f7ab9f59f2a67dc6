import * as commands from '@codemirror/commands';
import type { Command, EditorView, KeyBinding } from '@codemirror/view';
import { deleteCharacter } from './delete-character.ts';

/**
 * The keys of a plain text field. Written out instead of CodeMirror's default keymap, whose indenting and syntax
 * commands bring a parser of 60 kB along. Its Backspace also takes two spaces where a line is indented; here it takes
 * one character. Tab stays free, so that it leaves the field.
 */
export const editingKeys: readonly KeyBinding[] = [
  { any: redoing },
  { key: 'Enter', run: commands.insertNewline, shift: commands.insertNewline },
  { key: 'Mod-a', run: commands.selectAll },
  moving('ArrowLeft', commands.cursorCharLeft, commands.selectCharLeft),
  moving('ArrowRight', commands.cursorCharRight, commands.selectCharRight),
  moving('ArrowUp', commands.cursorLineUp, commands.selectLineUp),
  moving('ArrowDown', commands.cursorLineDown, commands.selectLineDown),
  moving('PageUp', commands.cursorPageUp, commands.selectPageUp),
  moving('PageDown', commands.cursorPageDown, commands.selectPageDown),
  moving('Home', commands.cursorLineBoundaryBackward, commands.selectLineBoundaryBackward),
  moving('End', commands.cursorLineBoundaryForward, commands.selectLineBoundaryForward),
  moving('Mod-Home', commands.cursorDocStart, commands.selectDocStart),
  moving('Mod-End', commands.cursorDocEnd, commands.selectDocEnd),
  { mac: 'Cmd-ArrowUp', run: commands.cursorDocStart, shift: commands.selectDocStart },
  { mac: 'Cmd-ArrowDown', run: commands.cursorDocEnd, shift: commands.selectDocEnd },
  { mac: 'Cmd-ArrowLeft', run: commands.cursorLineBoundaryLeft, shift: commands.selectLineBoundaryLeft },
  { mac: 'Cmd-ArrowRight', run: commands.cursorLineBoundaryRight, shift: commands.selectLineBoundaryRight },
  {
    key: 'Ctrl-ArrowLeft',
    mac: 'Alt-ArrowLeft',
    run: commands.cursorGroupLeft,
    shift: commands.selectGroupLeft,
  },
  {
    key: 'Ctrl-ArrowRight',
    mac: 'Alt-ArrowRight',
    run: commands.cursorGroupRight,
    shift: commands.selectGroupRight,
  },
  { key: 'Backspace', run: deleteCharacter('backward'), shift: deleteCharacter('backward') },
  { key: 'Delete', run: deleteCharacter('forward') },
  { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: commands.deleteGroupBackward },
  { key: 'Mod-Delete', mac: 'Alt-Delete', run: commands.deleteGroupForward },
  ...commands.historyKeymap,
];

/** subtle: before the keymap's own, which takes the small z that Caps Lock makes of Shift-Z for undoing once more. */
function redoing(view: EditorView, { key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'z' || !shiftKey || altKey || !(ctrlKey || metaKey)) return false;
  commands.redo(view);
  return true;
}

function moving(key: string, run: Command, shift: Command): KeyBinding {
  return { key, run, shift, preventDefault: true };
}
