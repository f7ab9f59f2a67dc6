import type { TokenSlice } from '../../../../core/tokens/slice.ts';
import { SpanList } from '../../../../core/tokens/span-list.ts';
import { splitGraphemes } from '../../../../core/tokens/split-graphemes.ts';
import { visibleMarks } from '../../../../ui/tokens/visible-marks.ts';
import { cellsOf, type GraphemeCells } from './cells-of.ts';

/** What is drawn as one: a character as a reader sees it, or the sign of something that cannot be seen. */
export interface PictureUnit {
  /** What is written; for `code` the name of what has no shape, such as `U+200B`. */
  readonly text: string;
  readonly kind: GraphemeCells['kind'] | 'space' | 'tab' | 'break' | 'code';
  /** Columns of the grid. */
  readonly cells: number;
  /** Places in the slice of the tokens that hold a part of it, in order. */
  readonly tokens: readonly number[];
}

interface Stretch extends Omit<PictureUnit, 'tokens'> {
  /** UTF-16, from < to. */
  readonly from: number;
  readonly to: number;
}

/** From one place where a tab ends to the next. */
const tabStop = 4;
/** Of the sign `⏎`. */
const breakCells = 1.5;
/** Of a name's letter, which is smaller than the text's, and of the frame around a name. */
const codeLetter = 0.68;
const codeFrame = 1;

/** Nothing in it can be seen: joiners and such without a character, what is not assigned, and U+FFFD. */
const unseen = /^[\p{Cf}\p{Cn}\p{Cs}\ufe00-\ufe0f\ufffd]+$/u;

/** The text of a slice's tokens, drawn as the editor draws it. The slice begins at the start of the text. */
export function pictureUnits(text: string, { starts, ends }: TokenSlice): PictureUnit[] {
  const units: PictureUnit[] = [];
  let next = 0;
  for (const { from, to, ...stretch } of stretches(text.slice(0, ends.at(-1) ?? 0))) {
    while (next < ends.length && ends[next]! <= from) next += 1;
    const tokens: number[] = [];
    for (let token = next; token < starts.length && starts[token]! < to; token++)
      if (ends[token]! > from) tokens.push(token);
    if (tokens.length > 0) units.push({ ...stretch, tokens });
  }
  return units;
}

function* stretches(text: string): Generator<Stretch> {
  let column = 0;
  for (const stretch of inOrder(text)) {
    // A tab reaches to the next stop, as in the editor.
    const cells = stretch.kind === 'tab' ? tabStop - (column % tabStop) : stretch.cells;
    column = stretch.kind === 'break' ? 0 : column + cells;
    yield { ...stretch, cells };
  }
}

function* inOrder(text: string): Generator<Stretch> {
  const spans = new SpanList();
  // The steps are for texts of megabytes.
  for (const split = splitGraphemes(text, spans); split.next().done !== true;);
  const { starts, ends } = spans.done();
  for (let i = 0; i < starts.length; i++) {
    const [from, to] = [starts[i]!, ends[i]!];
    const grapheme = text.slice(from, to);
    // Most are plain letters, and a picture may have ten thousand.
    if (/^[!-~]$/.test(grapheme)) yield { from, to, text: grapheme, kind: 'letters', cells: 1 };
    else yield* partsOf(grapheme, from);
  }
}

/** Of a grapheme what is shown by a sign, and the rest: `\r\n` is one to Unicode, and two things to see. */
function* partsOf(grapheme: string, offset: number): Generator<Stretch> {
  let at = 0;
  for (const { from, to, kind, label } of visibleMarks(grapheme, 0)) {
    if (from > at) yield shown(grapheme.slice(at, from), offset + at);
    const place = { from: offset + from, to: offset + to };
    yield kind === 'code' ? codeAt(place, label) : { ...place, text: '\t', kind, cells: tabStop };
    at = to;
  }
  if (at < grapheme.length) yield shown(grapheme.slice(at), offset + at);
}

function shown(text: string, from: number): Stretch {
  const place = { from, to: from + text.length };
  if (text === ' ') return { ...place, text, kind: 'space', cells: 1 };
  if (text === '\n') return { ...place, text, kind: 'break', cells: breakCells };
  return unseen.test(text) ? codeAt(place, nameOf(text)) : { ...place, text, ...cellsOf(text) };
}

function codeAt(place: Pick<Stretch, 'from' | 'to'>, label: string): Stretch {
  return { ...place, text: label, kind: 'code', cells: Math.ceil(label.length * codeLetter + codeFrame) };
}

function nameOf(unseen: string): string {
  return `U+${unseen.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
