import { expect, test } from 'vitest';
import type { Inside } from '../../../core/model/language-model.ts';
import { selectAttention } from './select-attention.ts';
import { selectLens } from './select-lens.ts';

/** Two layers of two heads over three tokens of a vocabulary of four. */
const inside: Inside = {
  layers: 2,
  heads: 2,
  window: Uint32Array.of(3, 1, 2),
  attention: Float32Array.of(1, 0, 0, 0.5, 0.25, 0.25, 0, 0.5, 0.5, 0.25, 0.25, 0.5),
  streams: new Float32Array(),
  lens: Float32Array.of(0.25, 0.25, 0.25, 0.25, 0.125, 0.5, 0.25, 0.125, 0, 0.125, 0.125, 0.75),
};

test('each depth gives its most probable tokens; equals stand in the order of their ids', () => {
  expect(selectLens(inside, 2)).toEqual([
    { layers: 0, top: [{ id: 0, probability: 0.25 }, { id: 1, probability: 0.25 }] }, // prettier-ignore
    { layers: 1, top: [{ id: 1, probability: 0.5 }, { id: 2, probability: 0.25 }] }, // prettier-ignore
    { layers: 2, top: [{ id: 3, probability: 0.75 }, { id: 1, probability: 0.125 }] }, // prettier-ignore
  ]);
});

test('one head of one layer: the second head of the first is .5 .25 .25', () => {
  const { shares, largest, top, others, rest } = selectAttention(inside, { layer: 0, head: 1 }, 2);
  expect([...shares]).toEqual([0.5, 0.25, 0.25]);
  expect(largest).toBe(0.5);
  expect(top).toEqual([
    { position: 0, share: 0.5 },
    { position: 1, share: 0.25 },
  ]);
  expect([others, rest]).toEqual([1, 0.25]);
});

test('the mean of the second layer: 0 and .25, .5 and .25, .5 and .5', () => {
  const { shares, top, others, rest } = selectAttention(inside, { layer: 1, head: 'mean' }, 10);
  expect([...shares]).toEqual([0.125, 0.375, 0.5]);
  expect(top.map(({ position }) => position)).toEqual([2, 1, 0]);
  expect([others, rest]).toEqual([0, 0]);
});
