import { expect, test } from 'vitest';
import { cellsOf } from './cells-of.ts';
import { directionLevels, visualOrder } from './direction-levels.ts';
import type { PictureUnit } from './picture-units.ts';

const unitsOf = (text: string): PictureUnit[] =>
  Array.from(text, (letter) => ({
    text: letter,
    tokens: [0],
    ...(letter === '\n'
      ? { kind: 'break', cells: 1 }
      : letter === ' '
        ? { kind: 'space', cells: 1 }
        : cellsOf(letter)),
  }));
const levels = (text: string) => directionLevels(unitsOf(text)).join('');

/** The letters from left to right. */
const seen = (text: string) =>
  visualOrder(directionLevels(unitsOf(text)))
    .map((at) => text[at]!)
    .join('');

test('from left to right nothing moves', () => {
  expect(levels('abc, 123 東')).toBe('0000000000');
  expect(seen('abc, 123')).toBe('abc, 123');
});

test('a word from right to left is turned, and what lies between two of them with it', () => {
  expect(seen('a אבג דה z')).toBe('a הד גבא z');
});

test('spaces and stops at the ends of such a stretch belong to the line', () => {
  expect(levels('אב. ')).toBe('1100');
  expect(levels('a אב')).toBe('0011');
});

test('a number inside keeps its own order, with its point', () => {
  expect(levels('אב 3.14 גד')).toBe('1112222111');
  expect(seen('אב 3.14 גד')).toBe('דג 3.14 בא');
});

test('two numbers inside stand in the order of the words', () => {
  expect(seen('א 12 34')).toBe('34 12 א');
});

test('a line’s end stays at its right', () => {
  expect(seen('אב\n')).toBe('בא\n');
  expect(levels('אב\nגד')).toBe('11011');
});
