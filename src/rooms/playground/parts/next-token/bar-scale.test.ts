import { expect, test } from 'vitest';
import { barScale } from './bar-scale.ts';

test('a linear scale ends on a round share that is not smaller than the largest', () => {
  expect(barScale('linear', 0.341).end).toBeCloseTo(0.5);
  expect(barScale('linear', 0.2).end).toBeCloseTo(0.2);
  expect(barScale('linear', 0.021).end).toBeCloseTo(0.03);
  expect(barScale('linear', 1).end).toBe(1);
  expect(barScale('linear', 0).end).toBe(1);
});

test('half of the end is half of the width', () => {
  expect(barScale('linear', 0.341).length(0.25)).toBeCloseTo(0.5);
});

test('a logarithmic scale gives every factor of ten a sixth of the width', () => {
  const { length } = barScale('log', 0.3);
  expect(length(1)).toBe(1);
  expect(length(0.1)).toBeCloseTo(5 / 6);
  expect(length(1e-6)).toBe(0);
  expect(length(0)).toBe(0);
});
