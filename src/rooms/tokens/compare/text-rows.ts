/** A text cut into rows that can be drawn one by one: its lines, the long ones in parts. */
export interface TextRows {
  readonly text: string;
  /** UTF-16 offset of each row's start, and last the text's length. */
  readonly borders: Uint32Array;
}

const feed = 0x0a;
const carriage = 0x0d;
const space = 0x20;
/** Units below this are borders on both sides, but for CR before LF: no marks, no joiners. */
const plainBelow = 0x300;
/** Units after a border that the segmenter may look at. */
const ahead = 64;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Rows of at most `longest` UTF-16 units (64 or more). They end after line breaks; a longer line is cut before a space, or else
 * between two characters as a reader sees them, so that no row begins inside one.
 */
export function textRows(text: string, longest: number): TextRows {
  let borders = new Uint32Array(1024);
  let rows = 0;
  for (let at = 0; at < text.length; at = rowEnd(text, at, longest)) {
    if (rows + 1 === borders.length) {
      const larger = new Uint32Array(2 * borders.length);
      larger.set(borders);
      borders = larger;
    }
    borders[rows++] = at;
  }
  borders[rows] = text.length;
  return { text, borders: borders.slice(0, rows + 1) };
}

/** How many rows there are. */
export function rowCount({ borders }: TextRows): number {
  return borders.length - 1;
}

/** The row that holds a UTF-16 offset; the last one for the end of the text. */
export function rowOf({ borders }: TextRows, unit: number): number {
  let low = 0;
  let high = borders.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (borders[middle]! <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rowEnd(text: string, from: number, longest: number): number {
  const most = Math.min(text.length, from + longest);
  for (let at = from; at < most; at++) if (text.charCodeAt(at) === feed) return afterBreaks(text, at, most);
  if (most === text.length) return most;
  for (let at = most; at > from + longest / 2; at--)
    if (text.charCodeAt(at) === space && text.charCodeAt(at - 1) !== space) return at;
  return characterBorder(text, from, most);
}

/** Empty lines stay with the line before them: most encodings have one token for several line breaks. */
function afterBreaks(text: string, from: number, most: number): number {
  let at = from + 1;
  while (at < most && (text.charCodeAt(at) === feed || text.charCodeAt(at) === carriage)) at += 1;
  // A CR whose LF is beyond, or that ends nothing, begins the next row.
  return text.charCodeAt(at - 1) === carriage ? at - 1 : at;
}

/** The last border of a character at or before `at`; where one character is longer than a row, of a code point. */
function characterBorder(text: string, from: number, at: number): number {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (before < plainBelow && after < plainBelow && !(before === carriage && after === feed)) return at;
  const around = segmenter.segment(text.slice(from, at + ahead)).containing(at - from);
  if (around !== undefined && around.index > 0) return from + around.index;
  const isHalf = (after & 0xfc00) === 0xdc00 && (before & 0xfc00) === 0xd800;
  return isHalf ? at - 1 : at;
}
