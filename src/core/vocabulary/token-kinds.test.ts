import { expect, test } from 'vitest';
import { categoryOf } from './categories.ts';
import { hasLooseBytes, readableText } from './readable-text.ts';
import { scriptBits, scripts, scriptsOf } from './scripts.ts';
import { kindsOf, lookAlike, looksOf } from './token-kinds.ts';
import { readVocabulary, type Tokens } from './token-sheet.ts';
import { runThrough } from './testing/read-at-once.ts';

test.each([
  ['king', ['word']],
  [' king', ['word', 'leading-space']],
  ['  king', []],
  ['नमस्ते', ['word']],
  ["'s", []],
  ['1984', ['digits']],
  [' 7', ['leading-space', 'digits']],
  ['٣½', ['digits']],
  ['b2', []],
  [' ("', ['leading-space', 'punctuation']],
  ['+=', ['punctuation']],
  [' ', ['white-space']],
  ['\n\t\u3000', ['white-space']],
  ['é\udce3', []],
])('%j looks like %j', (text, kinds) => {
  expect(kindsOf(looksOf(text))).toEqual(kinds);
});

test('tokens look alike after NFKC, without white space around, in small letters', () => {
  expect(new Set(['the', ' The', 'THE\n', 'ｔｈｅ'].map(lookAlike))).toEqual(new Set(['the']));
  expect(lookAlike('ﬁ')).toBe('fi');
  expect(lookAlike('İ')).toBe(lookAlike('i\u0307'));
  expect(lookAlike(' \n')).toBe('');
});

test('scripts are those of the letters: digits and signs have none, kana is one', () => {
  const of = (text: string) => scriptsOf(scriptBits(text));
  expect(of(' king 12!')).toEqual(['Latin']);
  expect(of('東京タワー')).toEqual(['Han', 'Kana']);
  expect(of('ー')).toEqual(['Kana']);
  expect(of('мир и mir')).toEqual(['Latin', 'Cyrillic']);
  expect(of('한국')).toEqual(['Hangul']);
  expect(of('𝒳')).toEqual(['Other']);
  expect(of('١٢、。𠮷')).toEqual(['Han']);
  expect(of('12 + 3')).toEqual([]);
  expect(scripts.length).toBeLessThanOrEqual(32);
});

test('bytes that are part of no character stand as lone surrogates; U+FFFD only where it is written', () => {
  const read = (...bytes: number[]) => readableText(Uint8Array.from(bytes), 0, bytes.length);
  expect(read(0x20, 0xe3, 0x81)).toBe(' \udce3\udc81');
  expect(read(0x82, 0x61, 0xff)).toBe('\udc82a\udcff');
  expect(read(0xef, 0xbf, 0xbd)).toBe('\uFFFD');
  expect(read(0xef, 0xbb, 0xbf, 0x61)).toBe('\uFEFFa');
  expect(read(0xf0, 0x9f, 0x8d, 0x95)).toBe('🍕');
  expect([' \udce3', '\uFFFD', '🍕'].map(hasLooseBytes)).toEqual([true, false, false]);
});

test('the categories are asked in their order', () => {
  const one = { id: 7, text: 'a', ids: [7], special: false };
  expect(categoryOf(one)).toBe('ok');
  expect(categoryOf({ ...one, text: '\uFFFD' })).toBe('ok');
  expect(categoryOf({ ...one, special: true })).toBe('ok-special');
  expect(categoryOf({ ...one, text: '<|end|>', ids: [1, 2] })).toBe('unreachable-special');
  expect(categoryOf({ ...one, text: '[UNK]', ids: [1, 2] })).toBe('unreachable-special');
  expect(categoryOf({ ...one, text: '[]', ids: [1, 2] })).toBe('unreachable-multi');
  expect(categoryOf({ ...one, text: '[1]', ids: [1, 2] })).toBe('unreachable-multi');
  expect(categoryOf({ ...one, text: ' \uFFFD', ids: [1, 2] })).toBe('undecodeable');
  expect(categoryOf({ ...one, ids: [8] })).toBe('unreachable-single');
});

test('tokens that look alike are linked in a ring; a hole, a special token and a part of a character are in none', () => {
  const words = ['the', ' The', 'a', '', 'THE', '<|the|>', ' '];
  const encoder = new TextEncoder();
  const bytes = words.map((word) => encoder.encode(word));
  const tokens: Tokens = {
    size: words.length,
    special: [{ id: 5, token: '<|the|>' }],
    bytes: Uint8Array.from(bytes.flatMap((own) => [...own])),
    offsets: Uint32Array.from(
      [0, ...words].map((_, at) => bytes.slice(0, at).flatMap((own) => [...own]).length),
    ),
  };
  const { sheet } = runThrough(readVocabulary(tokens, (text) => [words.indexOf(text)]));
  // 0 → 1 → 4 → 0.
  expect([...sheet.alike]).toEqual([1, 4, 2, 3, 0, 5, 6]);
  expect(kindsOf(sheet.kinds[4]!)).toEqual(['word', 'duplicate']);
  expect(kindsOf(sheet.kinds[3]!)).toEqual(['hole']);
  expect(kindsOf(sheet.kinds[5]!)).toEqual(['special']);
});
