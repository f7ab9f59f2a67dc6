import { expect, test } from 'vitest';
import { chooseCoding } from './choose-coding.ts';

const all = ['identity', 'gzip', 'br'] as const;

test('a browser that takes both gets Brotli, the smaller', () => {
  expect(chooseCoding('gzip, deflate, br, zstd', all)).toBe('br');
});

test('a weight beats the preference: gzip at 1 wins over Brotli at 0.5', () => {
  expect(chooseCoding('br;q=0.5, gzip;q=1.0', all)).toBe('gzip');
});

test('what is not on offer is not chosen', () => {
  expect(chooseCoding('br', ['identity', 'gzip'])).toBe('identity');
});

test('no header means plain', () => {
  expect(chooseCoding(undefined, all)).toBe('identity');
  expect(chooseCoding('', all)).toBe('identity');
});

test('a weight of zero refuses, and a star stands for the rest', () => {
  expect(chooseCoding('br;q=0, *', all)).toBe('gzip');
  expect(chooseCoding('br;q=0, gzip;q=0', all)).toBe('identity');
});

test('a weight that is not a number counts as a refusal', () => {
  expect(chooseCoding('br;q=much, gzip', all)).toBe('gzip');
});
