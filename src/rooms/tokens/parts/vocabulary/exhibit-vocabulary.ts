import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { countTokens } from '../../../../core/vocabulary/count-tokens.ts';
import { searchVocabulary } from '../../../../core/vocabulary/search-vocabulary.ts';
import { readVocabulary } from '../../../../core/vocabulary/token-sheet.ts';
import type { VocabularyQuery } from '../../../../core/vocabulary/vocabulary-query.ts';
import { vocabularyRows } from './vocabulary-rows.ts';

/** Texts of ids 0, 1, 2 …; bytes in hex after `0x` for a part of a character; `''` for an id that stands for nothing. */
const words = [
  'the', ' the', 'The', ' king', 'king', ' 1984', '42', ' (', '...', '\n', '    ', 'ing', '東京', 'タワー', ' мир',
  'नमस्', '한국', '0xE381', '0x82', '0xFF', '\uFFFD', '\uFEFFusing', ' 亚洲AV', '', '<|endoftext|>',
]; // prettier-ignore

/** The token that no text makes: ` 亚洲AV` becomes ` the` and `king` here. */
const unreachable = words.indexOf(' 亚洲AV');

function exhibitBytes(texts: readonly string[]): VocabularyBytes {
  const encoder = new TextEncoder();
  const pieces = texts.map((text) =>
    text.startsWith('0x')
      ? Uint8Array.from(text.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
      : encoder.encode(text),
  );
  const offsets = new Uint32Array(pieces.length + 1);
  pieces.forEach((piece, id) => (offsets[id + 1] = offsets[id]! + piece.length));
  const bytes = new Uint8Array(offsets.at(-1)!);
  pieces.forEach((piece, id) => bytes.set(piece, offsets[id]));
  const special = [{ token: '<|endoftext|>', id: texts.indexOf('<|endoftext|>') }];
  return { encoding: 'r50k_base', size: texts.length, special, bytes, offsets };
}

/** A small vocabulary, read by the real thing; `times` repeats it, to have many rows. */
export function exhibitVocabulary(times = 1) {
  const texts = [...words];
  for (let round = 1; round < times; round++) for (const word of words.slice(0, 17)) texts.push(word + round);
  const vocabulary = exhibitBytes(texts);
  const ids = new Map(texts.map((text, id) => [text, id]));
  const read = runThrough(
    readVocabulary(vocabulary, (text) => {
      const id = ids.get(text);
      return id === undefined || id === unreachable || text.startsWith('<|') ? [1, 4] : [id];
    }),
  );
  const find = (query: VocabularyQuery) => runThrough(searchVocabulary(vocabulary, read, query));
  return {
    size: vocabulary.size,
    counts: countTokens(vocabulary, read.sheet),
    rowOf: vocabularyRows(vocabulary, read.sheet),
    find,
  };
}

function runThrough<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
