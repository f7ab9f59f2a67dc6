import type { Bits, Probability, TokenId } from '../../core/numbers/units.ts';
import { spell } from '../../core/tokens/spell.ts';
import { applyEdits } from '../../core/tokens/text-difference.ts';
import type { TextEdit } from '../../core/tokens/text-edit.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import type { ModelId } from './models.ts';

/** One token that was added to the text, as it was when it was added. */
export interface DrawnToken {
  readonly id: TokenId;
  /** UTF-16 span of its text; empty when its bytes make no whole character. */
  readonly at: number;
  readonly end: number;
  /** The number that was drawn, in [0, 1); of a token taken by hand, where the needle stood. */
  readonly u: number;
  /** How many numbers of the seed's sequence came before this u. */
  readonly draws: number;
  readonly by: 'draw' | 'hand';
  /** Which model the three figures are of. */
  readonly maker: ModelId;
  readonly model: Probability;
  readonly final: Probability;
  /** Of the model's distribution. */
  readonly entropy: Bits;
}

/**
 * The text and how it came about: first `plain` UTF-16 units that the encoder reads, then the last `exact`
 * drawn tokens, which stay the very ids that were drawn (the encoder might cut their text otherwise).
 * An edit there makes them plain text. Drawn tokens before `plain` remain as a log to rewind by.
 */
export interface PlayDocument {
  readonly text: string;
  readonly plain: number;
  readonly exact: number;
  readonly drawn: readonly DrawnToken[];
}

export function plainDocument(text: string): PlayDocument {
  return { text, plain: text.length, exact: 0, drawn: [] };
}

export function exactTokens(document: PlayDocument): readonly DrawnToken[] {
  return document.exact === 0 ? [] : document.drawn.slice(-document.exact);
}

export function exactIds(document: PlayDocument): TokenId[] {
  return exactTokens(document).map((token) => token.id);
}

export function appendToken(
  document: PlayDocument,
  token: Omit<DrawnToken, 'at' | 'end'>,
  vocabulary: VocabularyBytes,
): PlayDocument {
  const drawn = [...document.drawn, { ...token, at: 0, end: 0 }];
  return respelled({ ...document, drawn, exact: document.exact + 1 }, vocabulary);
}

/** The document before the drawn token number `count` (from 0): later tokens and all text after them go. */
export function rewound(document: PlayDocument, count: number, vocabulary: VocabularyBytes): PlayDocument {
  const first = document.drawn[count];
  if (first === undefined) return document;
  const removed = document.drawn.length - count;
  const drawn = document.drawn.slice(0, count);
  if (removed < document.exact)
    return respelled({ ...document, drawn, exact: document.exact - removed }, vocabulary);
  const plain = removed === document.exact ? document.plain : first.at;
  return { text: document.text.slice(0, plain), plain, exact: 0, drawn };
}

/** A reader's own change. Drawn tokens that it reaches, and all after them, become ordinary text. */
export function edited(document: PlayDocument, edits: readonly TextEdit[]): PlayDocument {
  const text = applyEdits(document.text, edits);
  const from = Math.min(...edits.map((edit) => edit.from));
  const reached = document.drawn.findIndex((token) => token.end > from);
  const drawn = reached === -1 ? document.drawn : document.drawn.slice(0, reached);
  return { text, plain: text.length, exact: 0, drawn };
}

/** Text and spans of the exact tokens made anew from their ids. */
export function respelled(document: PlayDocument, vocabulary: VocabularyBytes): PlayDocument {
  const exact = exactTokens(document);
  const { text, slice } = spell(
    vocabulary,
    exact.map((token) => token.id),
  );
  const { plain } = document;
  const placed = exact.map((token, index) => ({
    ...token,
    at: plain + slice.starts[index]!,
    end: plain + slice.ends[index]!,
  }));
  const log = document.drawn.slice(0, document.drawn.length - document.exact);
  return { ...document, text: document.text.slice(0, plain) + text, drawn: [...log, ...placed] };
}
