import type { TextEdit } from '../text-edit.ts';
import { type EditTextName, editTextNames, randomParts } from './edit-texts.ts';

type Below = (below: number) => number;

/** A text that grew beyond this is cut down again. */
const longest = 12_000;
/** Characters that change how what lies before them is cut. */
const decisive = [..."'tsLe’ \n\r\t1aA.|>=", '\u0301', '\ud83d', '\ude00'];

/**
 * One transaction on `text`: mostly one edit, at times up to five. Edits insert, delete and replace; at any place, at a
 * border of tokens (`borders`, UTF-16 offsets), inside a pair of surrogates, inside white space, at the text's ends; most
 * are small, a few are as large as the text.
 */
export function randomEdits(
  name: EditTextName,
  text: string,
  borders: ArrayLike<number>,
  next: Below,
): readonly TextEdit[] {
  const count = next(8) === 0 ? 2 + next(4) : 1;
  const edits = Array.from({ length: count }, () => randomEdit(name, text, borders, next));
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  return edits.filter(({ from }, i) => edits.slice(0, i).every((before) => before.to <= from));
}

function randomEdit(name: EditTextName, text: string, borders: ArrayLike<number>, next: Below): TextEdit {
  const from = randomPlace(text, borders, next);
  const left = text.length - from;
  const kind = text.length > longest ? 1 : next(3);
  const length = kind === 0 ? 0 : Math.min(left, text.length > longest ? left : randomLength(left, next));
  return { from, to: from + length, insert: kind === 1 ? '' : randomInsert(name, text, next) };
}

function randomPlace(text: string, borders: ArrayLike<number>, next: Below): number {
  const any = next(text.length + 1);
  switch (next(8)) {
    case 0:
    case 1:
      return borders.length > 0 ? borders[next(borders.length)]! : any;
    case 2:
      return placeOf(/[\ud800-\udbff][\udc00-\udfff]/g, text, any) ?? any;
    case 3:
    case 4:
      return placeOf(/\s\s/g, text, any) ?? any;
    case 5:
      return [0, text.length, 0, Math.max(0, text.length - 1)][next(4)]!;
    default:
      return any;
  }
}

/** The middle of the first match from `from` on. */
function placeOf(two: RegExp, text: string, from: number): number | undefined {
  two.lastIndex = from;
  const found = two.exec(text);
  return found === null ? undefined : found.index + 1;
}

function randomLength(left: number, next: Below): number {
  const size = next(100);
  if (size < 60) return 1 + next(3);
  if (size < 97) return 1 + next(40);
  return 1 + next(left + 1);
}

function randomInsert(name: EditTextName, text: string, next: Below): string {
  const size = next(200);
  if (size === 0) return randomParts(name, next, 900);
  if (size === 1) return text;
  if (size < 40) return decisive[next(decisive.length)]!;
  if (size < 80) return text.slice(next(text.length + 1)).slice(0, 1 + next(3));
  const kind = size < 150 ? name : editTextNames[next(editTextNames.length)]!;
  return randomParts(kind, next, size < 190 ? 2 : 12);
}
