import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../src/core/model/crc32.ts';
import { decodeTables } from '../../src/core/model/decode-tables.ts';
import { NumberModel } from '../../src/core/model/number-model.ts';
import { RangeDecoder } from '../../src/core/model/range-decoder.ts';
import type { TrigramManifest, TrigramPart } from '../../src/core/model/trigram-manifest.ts';
import { TrigramModel } from '../../src/core/model/trigram-model.ts';
import type { TrigramTables } from '../../src/core/model/trigram-tables.ts';
import { countNgrams } from './count-ngrams.ts';
import { encodeTables } from './encode-tables.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import { lossesOf } from './losses.ts';
import { prune } from './prune.ts';
import { RangeEncoder } from './range-encoder.ts';
import { zipfDocuments } from './testing/zipf-documents.ts';

const V = 200;
const separator = 199;
const documents = zipfDocuments(2, 40, 200, 190).map((ids) => Uint32Array.from(ids));
const whole = countNgrams(documents, V, separator);

function decoded(tables: TrigramTables): TrigramTables {
  const files = encodeTables(tables);
  const file = (part: TrigramPart): TrigramManifest['files'][TrigramPart] => ({
    name: `${part}.bin`,
    bytes: files[part].length,
    crc32: crc32(files[part]),
    sha256: '0'.repeat(64),
  });
  const [one, two, three] = tables.discounts;
  const manifest: TrigramManifest = {
    kind: 'trigram',
    format: 1,
    id: 'test',
    encoding: 'r50k_base',
    contextLength: 2,
    vocabularySize: V,
    separator,
    ngrams: [tables.idOfRank.length, tables.bigrams.next.length, tables.trigrams.next.length],
    discounts: [[...one], [...two], [...three]],
    files: { unigrams: file('unigrams'), bigrams: file('bigrams'), trigrams: file('trigrams') },
  };
  return decodeTables(manifest, files);
}

test('any numbers come back from a range coder, and every byte is used', () => {
  const numbers = fc.array(
    fc.tuple(fc.nat(3), fc.oneof(fc.nat(5), fc.nat(2 ** 24 - 2), fc.constant(2 ** 24 - 2))),
  );
  fc.assert(
    fc.property(numbers, (entries) => {
      const encoder = new RangeEncoder();
      const writing = new NumberModel(4);
      for (const [context, value] of entries) encoder.number(writing, context, value);
      const decoder = new RangeDecoder(encoder.finish());
      const reading = new NumberModel(4);
      expect(entries.map(([context]) => decoder.number(reading, context, 0))).toEqual(
        entries.map(([, value]) => value),
      );
      decoder.finish();
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a long run of one number ends in a carry through held bytes and still comes back', () => {
  const encoder = new RangeEncoder();
  const writing = new NumberModel(1);
  const numbers = Array.from({ length: 50_000 }, (_, i) => (i % 997 === 0 ? 12_345 : i % 89 === 0 ? 1 : 0));
  for (const number of numbers) encoder.number(writing, 0, number);
  const bytes = encoder.finish();
  // 50 large numbers and 500 ones among zeros: well under a tenth of a byte each.
  expect(bytes.length).toBeLessThan(1_000);
  const decoder = new RangeDecoder(bytes);
  const reading = new NumberModel(1);
  expect(numbers.map(() => decoder.number(reading, 0, 0))).toEqual(numbers);
});

test('tables come back from their files as they were, whole and pruned', () => {
  expect(decoded(whole)).toEqual(whole);
  const pruned = prune(whole, lossesOf(whole), 2e-5);
  expect(pruned.trigrams.next.length).toBeLessThan(whole.trigrams.next.length);
  expect(pruned.bigrams.next.length).toBeLessThan(whole.bigrams.next.length);
  expect(decoded(pruned)).toEqual(pruned);
});

test('a pruned model still sums to 1 after any history, and no id is impossible', () => {
  for (const threshold of [1e-6, 2e-5, 1e-3, Infinity]) {
    const model = new TrigramModel(prune(whole, lossesOf(whole), threshold));
    for (let i = 0; i < 200; i++) {
      const logits = model.logits([(i * 31) % V, (i * 17) % V]);
      const sum = logits.reduce((total, logit) => total + Math.exp(logit), 0);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
      expect(Math.min(...logits)).toBeGreaterThan(-Infinity);
    }
  }
});

test('a share stays what it was when others of its context are pruned', () => {
  const pruned = new TrigramModel(prune(whole, lossesOf(whole), 2e-5));
  const full = new TrigramModel(whole);
  let compared = 0;
  for (let before = 0; before < 20; before++) {
    for (let id = 0; id < 20; id++) {
      const part = pruned.explain([before, 0], id)[2]!;
      if (part.count === 0) continue;
      compared++;
      expect(part).toMatchObject({
        total: full.explain([before, 0], id)[2]!.total,
        share: full.explain([before, 0], id)[2]!.share,
      });
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test('the loss of one entry is the relative entropy that its removal costs', () => {
  // A context whose list is one entry long: nothing in the formula is approximate.
  const { bigrams, trigrams, idOfRank } = whole;
  const pair = trigrams.start.findIndex((start, c) => trigrams.start[c + 1]! - start === 1);
  const w1 = bigrams.start.findIndex((start, c) => start <= pair && pair < bigrams.start[c + 1]!);
  const history = [idOfRank[w1]!, idOfRank[bigrams.next[pair]!]!];
  const model = new TrigramModel(whole);
  const p = model.logits(history).map(Math.exp);
  // Without its only entry the context says nothing: what remains is the order below.
  const q = model.logits(history.slice(1)).map(Math.exp);
  const divergence = p.reduce((sum, x, id) => sum + x * Math.log(x / q[id]!), 0);

  const occurs = trigrams.count[trigrams.start[pair]!]!;
  const tokens = trigrams.count.reduce((sum, count) => sum + count, 0);
  const loss = lossesOf(whole).trigrams[trigrams.start[pair]!]!;
  expect(loss / ((occurs / tokens) * divergence)).toBeCloseTo(1, 9);
});

test('a budget is kept, and a smaller one costs perplexity', () => {
  const free = fit(whole, Infinity);
  expect(free.tables).toBe(whole);
  const tight = fit(whole, Math.floor(free.bytes / 2));
  expect(tight.bytes).toBeLessThanOrEqual(free.bytes / 2);
  // On the text that was counted, where every entry helps.
  const perplexity = (tables: TrigramTables): number =>
    evaluate(new TrigramModel(tables), documents, separator, 1).perplexity;
  expect(perplexity(tight.tables)).toBeGreaterThan(perplexity(whole));
  expect(() => fit(whole, 10)).toThrow('10 bytes are too few');
});
