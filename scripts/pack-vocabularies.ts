/**
 * Makes src/core/tokens/packed/*.ts, the vocabularies as the page ships them, from js-tiktoken's ranks.
 *
 *     npm run vocab:pack
 *
 * Every token longer than a byte is the merge of exactly one pair of earlier tokens, so the pairs alone rebuild the
 * vocabulary. They are written as six planes of six bits (high, middle and low of the left id, then of the right), one
 * printable character per value: neighbours in a plane are alike, which is what brotli and gzip can use, and no bit is
 * spread over two characters, as it would be in base64.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import p50k from 'js-tiktoken/ranks/p50k_base';
import r50k from 'js-tiktoken/ranks/r50k_base';
import { planeAlphabet } from '../src/core/tokens/plane-alphabet.ts';
import { mergePairs } from './tokens/merge-pairs.ts';
import { parseRanks } from './tokens/parse-ranks.ts';

const target = new URL('../src/core/tokens/packed/', import.meta.url);

const planes = (pairs: readonly (readonly [number, number])[]): string =>
  [0, 1]
    .flatMap((side) => [12, 6, 0].map((shift) => ({ side, shift })))
    .sort((a, b) => b.shift - a.shift)
    .map(({ side, shift }) => pairs.map((pair) => planeAlphabet[(pair[side]! >> shift) & 63]!).join(''))
    .join('');

function write(name: string, fields: Readonly<Record<string, string>>, imports = ''): void {
  const body = Object.entries(fields).map(([key, value]) => `  ${key}: ${value},\n`);
  const source =
    `// Made by scripts/pack-vocabularies.ts from js-tiktoken's ranks. Do not edit.\n` +
    `// prettier-ignore\nimport type { PackedVocabulary } from '../packed-vocabulary.ts';\n${imports}\n` +
    `// prettier-ignore\nexport const packedVocabulary: PackedVocabulary = {\n${body.join('')}};\n`;
  writeFileSync(new URL(`${name}.ts`, target), source);
  const small = brotliCompressSync(source).length;
  console.log(`${name}: ${(source.length / 1000).toFixed(0)} kB, ${(small / 1000).toFixed(0)} kB brotli`);
}

const quoted = (text: string): string => `'${text}'`;

mkdirSync(target, { recursive: true });
const ranks = { r50k: parseRanks(r50k.bpe_ranks), p50k: parseRanks(p50k.bpe_ranks) };
for (const [name, table] of [
  ['r50k_base', ranks.r50k],
  ['cl100k_base', parseRanks(cl100k.bpe_ranks)],
  ['o200k_base', parseRanks(o200k.bpe_ranks)],
] as const) {
  const { singleBytes, pairs } = mergePairs(table);
  write(name, {
    singleBytes: quoted(Buffer.from(singleBytes).toString('hex')),
    parts: `[{ first: 256, planes: ${quoted(planes(pairs))} }]`,
  });
}

// p50k_base is r50k_base and 24 runs of spaces after its special token: only these are written.
const extra = mergePairs(ranks.p50k).pairs;
const shared = mergePairs(ranks.r50k).pairs;
if (shared.some(([left, right], i) => extra[i]![0] !== left || extra[i]![1] !== right)) {
  throw new Error('p50k_base does not begin with r50k_base');
}
write(
  'p50k_base',
  {
    singleBytes: 'r50k.singleBytes',
    parts: `[...r50k.parts, { first: 50257, planes: ${quoted(planes(extra.slice(shared.length)))} }]`,
  },
  `// prettier-ignore\nimport { packedVocabulary as r50k } from './r50k_base.ts';\n`,
);
