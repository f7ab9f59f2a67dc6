import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { loadModel } from './load-model.ts';
import { plainKernel } from './model/kernel/kernel.ts';
import type { LanguageModel } from './model/language-model.ts';
import { contextStart } from './model/surprisals.ts';
import { transformerManifest } from './model/transformer/manifest.ts';
import { openTransformer } from './model/transformer/open-transformer.ts';
import { logSumExp } from './numbers/log-sum-exp.ts';
import { softmax } from './numbers/softmax.ts';

const read = (name: string) => readFileSync(new URL(`../../public/models/tiny/${name}`, import.meta.url));
const numbers = v.array(v.number());
const { weights, document, goldens } = v.parse(
  v.object({
    weights: v.string(),
    document: v.object({ ids: numbers, natsPerToken: v.number() }),
    goldens: v.array(v.object({ ids: numbers, logSumExp: v.number(), chosen: numbers, logits: numbers })),
  }),
  JSON.parse(readFileSync(new URL('model/testing/tiny-goldens.json', import.meta.url), 'utf8')),
);
const manifest = v.parse(transformerManifest, JSON.parse(read('manifest.json').toString()));

let tiny: LanguageModel;
beforeAll(async () => {
  tiny = await loadModel(read);
});

test('the goldens are of the weights that ship', () => {
  expect(manifest.files.weights.sha256).toBe(weights);
});

test('tiny is a transformer of 7,655,552 parameters, 256 positions and 50,257 ids', () => {
  expect(tiny).toMatchObject({
    id: 'tiny',
    kind: 'transformer',
    encoding: 'r50k_base',
    contextLength: 256,
    vocabularySize: 50_257,
    parameters: 7_655_552,
  });
  expect(tiny.bytes).toBeLessThan(12_000_000);
});

describe('logits are PyTorch’s at 1, 2, 8, 60, 200 and 256 positions', () => {
  const plain = openTransformer(manifest, read('weights.bin'), plainKernel);
  test.each([
    ['TypeScript', 1e-3, (ids: readonly number[]) => plain.logits(ids)],
    ['WebAssembly', 1e-2, (ids: readonly number[]) => tiny.logits(ids)],
  ] as const)('%s, within %s', (_, bound, logits) => {
    expect(goldens.map(({ ids }) => ids.length)).toEqual([1, 2, 8, 60, 200, 256]);
    for (const golden of goldens) {
      const found = logits(golden.ids);
      expect(Math.abs(logSumExp(found) - golden.logSumExp)).toBeLessThan(bound);
      golden.chosen.forEach((id, i) => expect(Math.abs(found[id]! - golden.logits[i]!)).toBeLessThan(bound));
    }
  });
});

test('the loss of a whole unseen document, longer than the window, is PyTorch’s within 0.001 nats', () => {
  const ids = Uint32Array.from(document.ids);
  expect(ids.length).toBeGreaterThan(500);
  let nats = 0;
  for (let at = 1; at < ids.length; at++) {
    const logits = tiny.logits(ids.subarray(contextStart(at, tiny.contextLength), at));
    nats += logSumExp(logits) - logits[ids[at]!]!;
  }
  expect(Math.abs(nats / (ids.length - 1) - document.natsPerToken)).toBeLessThan(1e-3);
});

test('attention sums to 1 in every head of every layer, and the last layer’s lens is the distribution', () => {
  const { ids } = goldens[3]!;
  const { layers, heads, window, attention, lens } = tiny.inspect!(ids);
  expect([layers, heads, window.length]).toEqual([6, 4, 60]);
  for (let row = 0; row < layers * heads; row++) {
    const sum = attention.subarray(row * 60, (row + 1) * 60).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1, 5);
  }
  const said = softmax(tiny.logits(ids));
  const last = lens.subarray(layers * tiny.vocabularySize);
  said.forEach((p, id) => expect(Math.abs(p - last[id]!)).toBeLessThan(1e-6));
});

test('unseen ids are in the file beside the weights, in order, and within the vocabulary', () => {
  const unseen = v.parse(numbers, JSON.parse(read('unseen-ids.json').toString()));
  expect(unseen.length).toBeGreaterThan(1000);
  expect(unseen).toEqual([...new Set(unseen)].sort((a, b) => a - b));
  expect(unseen.at(-1)!).toBeLessThan(50_257);
  // " Once" begins many a tale; the token of the separator ends every one.
  expect(unseen).not.toContain(4874);
  expect(unseen).not.toContain(50_256);
});
