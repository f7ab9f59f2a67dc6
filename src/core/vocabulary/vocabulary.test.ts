import { describe, expect, test } from 'vitest';
import { encodingIds, type EncodingId } from '../tokens/encoding-ids.ts';
import { categories, categoryIndex } from './categories.ts';
import { countTokens } from './count-tokens.ts';
import { kindsOf } from './token-kinds.ts';
import { readAtOnce } from './testing/read-at-once.ts';

/** Published reports, and a recount with tiktoken 0.14.0 (Land & Bartolo 2024). */
const truth: Readonly<Record<EncodingId, Readonly<Record<string, number>>>> = {
  r50k_base: { size: 50_257, tokens: 50_257, special: 1, undecodeable: 344, several: 216, unreachable: 0 },
  p50k_base: { size: 50_281, tokens: 50_281, special: 1, undecodeable: 344, several: 216, unreachable: 0 },
  cl100k_base: {
    size: 100_277,
    tokens: 100_261,
    special: 5,
    undecodeable: 773,
    several: 645,
    unreachable: 0,
  },
  o200k_base: {
    size: 200_019,
    tokens: 200_000,
    special: 2,
    undecodeable: 1562,
    several: 1434,
    unreachable: 12,
  },
};

const holes: Readonly<Record<EncodingId, readonly number[]>> = {
  r50k_base: [],
  p50k_base: [],
  cl100k_base: [100_256, ...Array.from({ length: 15 }, (_, i) => 100_261 + i)],
  o200k_base: [199_998, ...Array.from({ length: 18 }, (_, i) => 200_000 + i)],
};

/** The ids of o200k_base that no text makes, and what their text makes instead. */
const unreachable: readonly (readonly [number, string, readonly string[]])[] = [
  [3413, " I'", [' I', "'"]],
  [3914, '\n//', ['\n', '//']],
  [24_091, '\r\n//', ['\r\n', '//']],
  [48_235, '\n///', ['\n', '///']],
  [63_100, '\n\n//', ['\n\n', '//']],
  [65_447, '\n//\n//', ['\n', '//\n//']],
  [99_494, ' 亚洲AV', [' 亚洲', 'AV']],
  [125_141, '\r\n\r\n//', ['\r\n\r\n', '//']],
  [147_008, '无码AV', ['无码', 'AV']],
  [175_653, '\n\n\n//', ['\n\n\n', '//']],
  [182_292, ' 天天中彩票APP', [' 天天中彩票', 'APP']],
  [193_819, '亚洲AV', ['亚洲', 'AV']],
];

describe.each(encodingIds)('%s', (encoding) => {
  test('has the published numbers of special, partial and unreachable tokens, and its holes', async () => {
    const { tokens, read } = await readAtOnce(encoding);
    const { sheet, texts } = read;
    const counts = countTokens(tokens, sheet);
    expect(counts.kinds['single-byte']).toBe(256);
    expect({
      size: counts.size,
      tokens: counts.tokens,
      special: counts.categories['unreachable-special'],
      undecodeable: counts.categories.undecodeable,
      several: counts.undecodeableOfSeveralBytes,
      unreachable: counts.categories['unreachable-single'] + counts.categories['unreachable-multi'],
    }).toEqual(truth[encoding]);
    expect(Object.values(counts.categories).reduce((sum, count) => sum + count, 0)).toBe(counts.size);
    // Where bytes are part of a character, and only there, the text does not come back.
    expect(counts.kinds.partial).toBe(counts.categories.undecodeable);

    const hole = categoryIndex('hole');
    expect([...sheet.categories.keys()].filter((id) => sheet.categories[id] === hole)).toEqual(
      holes[encoding],
    );
    expect(counts.kinds.hole).toBe(holes[encoding].length);

    const made = [...sheet.again].map(([id, ids]) => [id, texts.texts[id], ids.map((to) => texts.texts[to])]);
    const expected = encoding === 'o200k_base' ? unreachable : [];
    expect(made).toEqual(expected);

    // Tokens of the character U+FFFD itself, and those that begin with a byte-order mark, are whole.
    const ok = (id: number) => categories[sheet.categories[id]!] === 'ok';
    const replaced = [...texts.texts.keys()].filter((id) => texts.texts[id]!.includes('\uFFFD'));
    expect(replaced.every(ok)).toBe(true);
    expect(replaced.length).toBe({ r50k_base: 8, p50k_base: 8, cl100k_base: 9, o200k_base: 22 }[encoding]);
    const marked = [...texts.texts.keys()].filter((id) => texts.texts[id]!.startsWith('\uFEFF'));
    expect(marked.every(ok)).toBe(true);
    if (encoding === 'cl100k_base') expect(marked.length).toBe(8);
    if (encoding === 'o200k_base') expect(marked.length).toBe(9);
    expect(kindsOf(sheet.kinds[tokens.special[0]!.id]!)).toEqual(['special']);
  });
});
