import { sharedCharacters } from '../../core/tokens/shared-characters.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import { visibleText } from '../../core/tokens/visible-text.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { readableText } from '../../core/vocabulary/readable-text.ts';
import { kindsOf, looksOf, type TokenKind } from '../../core/vocabulary/token-kinds.ts';
import { hexOf } from './hex-of.ts';
import { tokenFace, type TokenFace } from './token-face.ts';

const looks = ['word', 'leading-space', 'digits', 'punctuation', 'white-space'] as const;

/** What a token tells by itself; the rest of the kinds takes the whole vocabulary to know. */
export type OwnKind = (typeof looks)[number] | 'single-byte' | 'partial' | 'special';

/** A character of several tokens. */
export interface CharacterFact {
  /** Such as `👩` or `⟨ZWJ⟩`. */
  readonly label: string;
  readonly tokens: readonly {
    readonly face: TokenFace;
    /** Counted from the start of the text. */
    readonly index: number;
    /** It is the token that the facts are of. */
    readonly own: boolean;
  }[];
}

/** All that is told of one token of a text. */
export interface TokenFacts {
  readonly face: TokenFace;
  /** Counted from the start of the text. */
  readonly index: number;
  /** Such as `20 74 68 65`. */
  readonly bytes: string;
  readonly byteCount: number;
  /** Unicode characters that are in it as a whole. */
  readonly characters: number;
  readonly kinds: readonly OwnKind[];
  /** Those that it shares with others. */
  readonly partOf: readonly CharacterFact[];
  /** UTF-16, of all the characters that it holds a byte of. */
  readonly from: number;
  readonly to: number;
}

/** Of the token at a place in a slice. */
export function tokenFacts(vocabulary: VocabularyBytes, slice: TokenSlice, at: number): TokenFacts {
  const id = slice.ids[at]!;
  const face = tokenFace(id, vocabulary);
  const { bytes, offsets } = vocabulary;
  const text = readableText(bytes, offsets[id]!, offsets[id + 1]!);
  const faceOf = (token: number) => tokenFace(slice.ids[token]!, vocabulary);
  return {
    face,
    index: slice.first + at,
    bytes: hexOf(id, vocabulary),
    byteCount: slice.byteLengths[at]!,
    // A byte that belongs to no character stands in this text as half of a surrogate pair.
    characters: Array.from(text).filter((character) => character.isWellFormed()).length,
    kinds: kindsOfToken(face, text, slice.byteLengths[at]!),
    partOf: sharedCharacters(vocabulary, slice, at).map((character) => ({
      label: visibleText(character.text),
      tokens: character.tokens.map((token) => ({
        face: faceOf(token),
        index: slice.first + token,
        own: token === at,
      })),
    })),
    from: slice.starts[at]!,
    to: slice.ends[at]!,
  };
}

function kindsOfToken({ kind }: TokenFace, text: string, byteCount: number): OwnKind[] {
  if (kind === 'special') return ['special'];
  const told: readonly TokenKind[] = kindsOf(looksOf(text));
  return [
    ...looks.filter((look) => told.includes(look)),
    ...(byteCount === 1 ? (['single-byte'] as const) : []),
    ...(kind === 'bytes' ? (['partial'] as const) : []),
  ];
}
