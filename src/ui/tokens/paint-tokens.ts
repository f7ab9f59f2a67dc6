import type { Line, Range, Text } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import type { TokenId } from '../../core/numbers/units.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { classNames } from '../class-names.ts';
import { tokenFace } from './token-face.ts';
import { colourClass, surpriseClass } from './colour-class.ts';
import { bitsAt, type SurpriseGround } from './surprise-ground.ts';
import styles from './text-editor.module.css';
import { tokenPieces, type TokenPiece } from './token-pieces.ts';
import { shortLine } from './visible-span.ts';

export interface PaintOptions {
  readonly vocabulary: VocabularyBytes;
  /** Index of the first token that the model sees. */
  readonly windowFrom: number;
  readonly activeId: TokenId | undefined;
  /** Grounds are shaded by bits; undefined when they are the tokens' own colours. */
  readonly surprise: SurpriseGround | undefined;
}

/** Decorations of the tokens that are on the screen: a ground for each, and the colour of each line break. */
export function paintTokens(doc: Text, slice: TokenSlice, options: PaintOptions): Range<Decoration>[] {
  const ranges: Range<Decoration>[] = [];
  let line: Line | undefined;
  let counted = 0;
  for (const piece of tokenPieces(slice)) {
    const { from, to } = piece;
    if (to > doc.length) break;
    const index = slice.first + piece.tokens.at(-1)!;
    if (line === undefined || from > line.to) {
      // subtle: every second token is underlined, counted from its line: one more token changes its line, not the rest.
      const begins: boolean = line !== undefined || from === doc.lineAt(from).from;
      line = doc.lineAt(from);
      counted = begins && line.length <= shortLine ? index : 0;
    }
    ranges.push(markOf(piece, slice, options, doc, (index - counted) % 2 === 1).range(from, to));
    // A line break has no width of its own to be coloured; its sign stands at the end of its line.
    const isSeen = index >= options.windowFrom;
    for (let ended = line; isSeen && ended.to < to; ended = doc.line(ended.number + 1)) {
      const { lineBreak } = groundOf(piece, slice, options);
      ranges.push(Decoration.line({ class: lineBreak }).range(ended.from));
    }
  }
  return ranges;
}

/** Colour classes of a piece; of tokens that share a character the most surprising one counts. */
function groundOf(piece: TokenPiece, slice: TokenSlice, { surprise }: PaintOptions) {
  if (surprise === undefined) return colourClass(slice.ids[piece.tokens[0]!]!);
  const bits = bitsOf(piece, slice, surprise);
  return bits.length === 0 ? plain : surpriseClass(Math.max(...bits));
}

const plain = { token: styles['plain'] ?? '', lineBreak: '' };

function bitsOf({ tokens }: TokenPiece, slice: TokenSlice, surprise: SurpriseGround): number[] {
  return tokens
    .map((token) => bitsAt(surprise, slice.first + token, slice.ids[token]!, slice.ends[token]!))
    .filter((bits) => bits !== undefined);
}

const marks = new WeakMap<VocabularyBytes, Map<number, Decoration>>();

/** Marks of whole tokens in their own colours are made once: equal ones are then the same, and CodeMirror need not compare. */
function markOf(
  piece: TokenPiece,
  slice: TokenSlice,
  options: PaintOptions,
  doc: Text,
  odd: boolean,
): Decoration {
  const make = () =>
    Decoration.mark(lookOf(piece, slice, options, doc.sliceString(piece.from, piece.to), odd));
  const { vocabulary, windowFrom, activeId, surprise } = options;
  if (surprise !== undefined || piece.tokens.length > 1) return make();
  let known = marks.get(vocabulary);
  if (known === undefined) marks.set(vocabulary, (known = new Map<number, Decoration>()));
  const place = piece.tokens[0]!;
  const id = slice.ids[place]!;
  const index = slice.first + place;
  const key = ((id * 2 + Number(odd)) * 2 + Number(index < windowFrom)) * 2 + Number(id === activeId);
  let mark = known.get(key);
  if (mark === undefined) known.set(key, (mark = make()));
  return mark;
}

function lookOf(piece: TokenPiece, slice: TokenSlice, options: PaintOptions, text: string, odd: boolean) {
  const { vocabulary, windowFrom, activeId, surprise } = options;
  const ids = piece.tokens.map((token) => slice.ids[token]!);
  const faces = ids.map((id) => tokenFace(id, vocabulary));
  const index = slice.first + piece.tokens.at(-1)!;
  const isShared = ids.length > 1;
  const title = `${isShared ? `${text} = ` : ''}${faces.map(({ label, id }) => `${label} · ${id}`).join(' + ')}`;
  const bits = surprise === undefined ? [] : bitsOf(piece, slice, surprise);
  return {
    class: classNames(
      styles['token'],
      groundOf(piece, slice, options).token,
      odd && styles['odd'],
      // A paler ground would read as fewer bits; the frame's edge says what is seen.
      surprise === undefined && index < windowFrom && styles['unseen'],
      activeId !== undefined && ids.includes(activeId) && styles['active'],
      isShared && styles['split'],
      faces.some(({ kind }) => kind === 'special') && styles['special'],
    ),
    attributes: {
      'data-token': String(ids[0]),
      title: surprise === undefined ? title : [title, ...bits.map(surprise.words)].join(' · '),
    },
  };
}
