import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../model/crc32.ts';
import { encodingIds, type EncodingId } from './encoding-ids.ts';
import { loadEncoder } from './load-encoder.ts';

type ByEncoding<T> = Readonly<Record<EncodingId, T>>;

/** What OpenAI's tiktoken gave; see training/goldens/tokens_goldens.py. */
interface Goldens {
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly block: number;
  readonly templates: readonly string[];
  readonly points: ByEncoding<string>;
  readonly pools: readonly (readonly [from: number, to: number])[];
  readonly randomStrings: number;
  readonly randomBlock: number;
  readonly seed: number;
  readonly strings: ByEncoding<string>;
  readonly sizes: ByEncoding<number>;
  readonly texts: readonly {
    readonly text: string;
    readonly ids: ByEncoding<readonly number[]>;
    readonly parsed: ByEncoding<readonly number[]> | null;
  }[];
}

// subtle: read and not imported, because a bundler's JSON reader refuses the lone surrogates.
const goldens = JSON.parse(
  readFileSync(new URL('./testing/token-goldens.json', import.meta.url), 'utf8'),
) as Goldens;

const digests = (packed: string): number[] => {
  const bytes = Buffer.from(packed, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(4 * at));
};

/** CRC-32 of ids as little-endian u32. */
const digest = (ids: readonly number[]) => crc32(new Uint8Array(Uint32Array.from(ids).buffer));

function blocksOfPoints(): number[][] {
  return goldens.ranges.flatMap(([start, end]) => {
    const blocks: number[][] = [];
    for (let at = start; at < end; at += goldens.block)
      blocks.push(Array.from({ length: Math.min(goldens.block, end - at) }, (_, step) => at + step));
    return blocks;
  });
}

/** The generator and the strings of the script. */
function randomStrings(): string[] {
  let state = goldens.seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % limit;
  };
  return Array.from({ length: goldens.randomStrings }, () => {
    let text = '';
    for (let words = 1 + below(12); words > 0; words--) {
      const [start, end] = goldens.pools[below(goldens.pools.length)]!;
      for (let length = 1 + below(5); length > 0; length--)
        text += String.fromCodePoint(start + below(end - start));
    }
    return text;
  });
}

describe.each(encodingIds)('%s equals tiktoken', (id: EncodingId) => {
  test('on every code point in three templates', async () => {
    const encoder = await loadEncoder(id);
    const expected = digests(goldens.points[id]);
    const wrong: string[] = [];
    let at = 0;
    for (const template of goldens.templates)
      for (const block of blocksOfPoints()) {
        const ids = block.flatMap((point) => [
          ...encoder.encode(
            template.replaceAll('%s', () => String.fromCodePoint(point)),
            'text',
          ),
        ]);
        if (digest(ids) !== expected[at++]) wrong.push(`${template} U+${block[0]!.toString(16)}`);
      }
    expect(wrong).toEqual([]);
    expect(at).toBe(expected.length);
  });

  test('on 5,000 random strings', async () => {
    const encoder = await loadEncoder(id);
    const strings = randomStrings();
    const got = digests(goldens.strings[id]).map((_, block) =>
      digest(
        strings
          .slice(block * goldens.randomBlock, (block + 1) * goldens.randomBlock)
          .flatMap((text) => [...encoder.encode(text, 'text')]),
      ),
    );
    expect(got).toEqual(digests(goldens.strings[id]));
    expect(got).toHaveLength(goldens.randomStrings / goldens.randomBlock);
  });

  test.each(goldens.texts)('on $text', async ({ text, ids, parsed }) => {
    const encoder = await loadEncoder(id);
    expect([...encoder.encode(text, 'text')]).toEqual(ids[id]);
    if (parsed !== null) expect([...encoder.encode(text, 'parse')]).toEqual(parsed[id]);
    if (text.isWellFormed()) expect(encoder.decode(ids[id])).toBe(text);
  });

  test('in the number of ids', async () => {
    expect((await loadEncoder(id)).size).toBe(goldens.sizes[id]);
  });
});
