import { GraphemeCounter } from './grapheme-counter.ts';
import { bytesAt, unitsOf } from './unit-widths.ts';
import { WordCounter } from './word-counter.ts';

/** What a text is made of, apart from tokens. */
export interface TextFacts {
  /** Unicode code points; a surrogate without its other half is one. */
  readonly characters: number;
  /** Characters as a reader sees them: extended grapheme clusters. */
  readonly graphemes: number;
  /** Segments that Intl.Segmenter takes for words or numbers, in any script. */
  readonly words: number;
  /** As an editor numbers them, parted by LF, CR or both; none in an empty text. */
  readonly lines: number;
  /** UTF-8 bytes. */
  readonly bytes: number;
}

/** UTF-16 units that have been counted, of how many. */
export interface FactsProgress {
  readonly done: number;
  readonly total: number;
}

/** UTF-16 units of a step: a part of a millisecond of plain text, some 20 ms where each character has to be looked up. */
const unitsPerStep = 4096;

/**
 * Counts a text in steps, in time that grows with its length. Left half-way, nothing stays behind. Exact but for what
 * nobody writes: a single cluster, or words without a sure border between them (a space, a punctuation mark), of more than
 * 4,096 units may count as more than one.
 */
export function* textFacts(text: string): Generator<FactsProgress, TextFacts, void> {
  const graphemes = new GraphemeCounter(text);
  const words = new WordCounter(text);
  const total = text.length;
  let characters = 0;
  let bytes = 0;
  let lines = total === 0 ? 0 : 1;
  for (let i = 0; i < total;) {
    const to = Math.min(total, i + unitsPerStep);
    while (i < to) {
      const width = bytesAt(text, i);
      if (width === 1) {
        const unit = text.charCodeAt(i);
        // A CR counts when no LF follows, so that CRLF is one.
        if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) lines += 1;
      }
      characters += 1;
      bytes += width;
      i += unitsOf(width);
    }
    graphemes.advance(to);
    words.advance(to);
    yield { done: to, total };
  }
  return { characters, graphemes: graphemes.count, words: words.count, lines, bytes };
}
