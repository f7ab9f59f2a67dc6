import { SpanList } from './span-list.ts';
import { splitGraphemes } from './split-graphemes.ts';
import { splitWords } from './split-words.ts';
import { bytesAt, unitsOf } from './unit-widths.ts';

/**
 * Ways to cut a text without a learned vocabulary: into code points, into characters as a reader sees them, into the bytes of its
 * UTF-8, or into words, figures and punctuation marks.
 */
export const plainSplitKinds = ['characters', 'graphemes', 'bytes', 'words'] as const;
export type PlainSplitKind = (typeof plainSplitKinds)[number];

/** Pieces of a text in order. White space is in no piece where it is cut into words. */
export interface PlainSplit {
  /** Number of pieces. */
  readonly count: number;
  /** Different pieces: the vocabulary that this text needs. */
  readonly distinct: number;
  /** UTF-16 offset of each piece's first character; a byte's is its character's. Ascending. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** UTF-16 offset after each piece's last character. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Adds the pieces of a text, and returns how many different ones there are. */
type Cutter = (text: string, spans: SpanList) => Generator<void, number, void>;

const cutters: Readonly<Record<PlainSplitKind, Cutter>> = {
  characters: splitCharacters,
  graphemes: splitGraphemes,
  bytes: splitBytes,
  words: splitWords,
};

export function plainSplit(text: string, kind: PlainSplitKind): PlainSplit {
  const steps = plainSplitInSteps(text, kind);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** `plainSplit` in steps of a few milliseconds each. */
export function* plainSplitInSteps(text: string, kind: PlainSplitKind): Generator<void, PlainSplit, void> {
  const spans = new SpanList();
  const distinct = yield* cutters[kind](text, spans);
  return { count: spans.size, distinct, ...spans.done() };
}

/** UTF-16 units between two steps. */
const perStep = 65_536;

function* splitCharacters(text: string, spans: SpanList): Generator<void, number, void> {
  const seen = new Uint8Array(0x11_0000);
  let distinct = 0;
  for (let at = 0; at < text.length;) {
    for (const until = Math.min(text.length, at + perStep); at < until;) {
      const point = text.codePointAt(at)!;
      const end = point > 0xffff ? at + 2 : at + 1;
      spans.add(at, end);
      if (seen[point] === 0) {
        seen[point] = 1;
        distinct += 1;
      }
      at = end;
    }
    yield;
  }
  return distinct;
}

/** Half of a surrogate pair is the three bytes of U+FFFD, as in every encoding here. */
function* splitBytes(text: string, spans: SpanList): Generator<void, number, void> {
  const seen = new Uint8Array(256);
  const see = (point: number, width: number): void => {
    if (width === 1) seen[point] = 1;
    else {
      for (let i = 0; i < width - 1; i++) seen[0x80 | ((point >> (6 * i)) & 0x3f)] = 1;
      seen[((0xf00 >> width) & 0xff) | (point >> (6 * (width - 1)))] = 1;
    }
  };
  for (let at = 0; at < text.length;) {
    for (const until = Math.min(text.length, at + perStep); at < until;) {
      const width = bytesAt(text, at);
      const end = at + unitsOf(width);
      const point = text.codePointAt(at)!;
      see(point >= 0xd800 && point < 0xe000 ? 0xfffd : point, width);
      for (let i = 0; i < width; i++) spans.add(at, end);
      at = end;
    }
    yield;
  }
  return seen.reduce((sum, one) => sum + one, 0);
}
