import { expect, test } from 'vitest';
import { drawFromTrace } from '../../../../core/sampling/draw.ts';
import { exhibitTrace } from '../../selectors/exhibit-world.ts';
import { needleKey } from './needle-keys.ts';
import { lastU } from './neighbour-edge.ts';
import { needleWords } from './needle-words.ts';

const trace = exhibitTrace([], (id) => 0.5 ** id);
const press = (key: string, u: number, ctrlKey = false) => needleKey({ key, ctrlKey }, u, trace);

test('arrows move by a thousandth, pages by a twentieth', () => {
  expect(press('ArrowRight', 0.372)).toBe(0.373);
  expect(press('ArrowDown', 0.372)).toBe(0.371);
  expect(press('PageUp', 0.372)).toBe(0.422);
  expect(press('PageDown', 0.372)).toBe(0.322);
});

test('u stays in [0, 1)', () => {
  expect(press('ArrowLeft', 0.0004)).toBe(0);
  expect(press('PageUp', 0.99)).toBe(lastU);
  expect(press('End', 0.2)).toBe(lastU);
  expect(press('Home', 0.2)).toBe(0);
});

test('with Ctrl an arrow goes to where a token begins, and a draw there gives that token', () => {
  const draw = (u: number) => drawFromTrace(trace, u);
  let u = 0.3;
  for (const id of [1, 2, 3, 4]) {
    u = press('ArrowRight', u, true)!;
    expect(draw(u)).toBe(id);
  }
  for (const id of [3, 2, 1, 0, 0]) {
    u = press('ArrowLeft', u, true)!;
    expect(draw(u)).toBe(id);
  }
  expect(press('ArrowLeft', 0.3, true)).toBe(0);
});

test('other keys are left to the page', () => {
  expect(press('Tab', 0.5)).toBeUndefined();
  expect(press(' ', 0.5)).toBeUndefined();
});

test('u never reads as 1', () => {
  expect(needleWords(0.372)).toBe('0.372');
  expect(needleWords(0.9996)).toBe('0.9996');
  expect(needleWords(0.999999)).toBe('0.999999');
});
