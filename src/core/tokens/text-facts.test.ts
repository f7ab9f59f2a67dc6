import { expect, test } from 'vitest';
import { editText, editTextNames, randomParts } from './testing/edit-texts.ts';
import { seeded } from './testing/seeded.ts';
import { type FactsProgress, type TextFacts, textFacts } from './text-facts.ts';

function factsOf(text: string): TextFacts {
  const steps = textFacts(text);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same from the whole text at once. */
function plainly(text: string): TextFacts {
  const segments = (granularity: 'grapheme' | 'word') => [
    ...new Intl.Segmenter('en', { granularity }).segment(text),
  ];
  return {
    characters: [...text].length,
    graphemes: segments('grapheme').length,
    words: segments('word').filter(({ isWordLike }) => isWordLike).length,
    lines: text === '' ? 0 : text.split(/\r\n|\r|\n/).length,
    bytes: new TextEncoder().encode(text).length,
  };
}

test('an empty text has nothing, not even a line', () => {
  expect(factsOf('')).toEqual({ characters: 0, graphemes: 0, words: 0, lines: 0, bytes: 0 });
});

test('an astronaut is three characters, one grapheme and eleven bytes', () => {
  // 👩 4 bytes, a joiner 3, 🚀 4. Around it: "a " and " b", two words.
  expect(factsOf('a 👩‍🚀 b')).toEqual({ characters: 7, graphemes: 5, words: 2, lines: 1, bytes: 15 });
});

test('lines are parted by LF, CR or both; the last may be empty', () => {
  expect(factsOf('one\ntwo\r\nthree\rfour\n').lines).toBe(5);
});

test("don't, 1,234.5, snake_case, a:b and __init__ are counted as Intl.Segmenter counts them", () => {
  for (const text of [
    "don't",
    '1,234.5',
    'snake_case',
    'a:b',
    '__init__',
    '_',
    'a..b',
    '1.a',
    "'a'",
    'x,1',
    '3:4',
  ])
    expect(factsOf(text), text).toEqual(plainly(text));
});

test.each(editTextNames)('%s: what Intl.Segmenter finds in the whole text', (name) => {
  for (let seed = 1; seed <= 6; seed++) {
    const text = editText(name, seed);
    expect(factsOf(text)).toEqual(plainly(text));
  }
});

test('texts of all kinds mixed, 400 of them', () => {
  const next = seeded(3);
  for (let i = 0; i < 400; i++) {
    let text = '';
    for (let n = 0; n < 6; n++) text += randomParts(editTextNames[next(5)]!, next, 5);
    const wanted = plainly(text);
    expect(factsOf(text), JSON.stringify(text)).toEqual(wanted);
  }
});

test('clusters and words that lie across the steps of 4,096 are one', () => {
  for (const middle of ['👩‍👩‍👧‍👦', 'e\u0301', '\r\n', 'नमस्ते', '🇯🇵🇫🇷', '한국', "o'clock", '1,234']) {
    for (let before = 4085; before <= 4097; before++) {
      const text = `${'a '.repeat(before).slice(0, before)}${middle}${' b'.repeat(10)}`;
      expect(factsOf(text), `${middle} after ${before}`).toEqual(plainly(text));
    }
  }
});

test('long runs without a border: emoji, flags, a word of 20,000 letters before 東京', () => {
  for (const text of ['👩‍🚀'.repeat(3000), '🇯🇵'.repeat(5001), 'a'.repeat(20_000), `${'ab '.repeat(4000)}東京`])
    expect(factsOf(text)).toEqual(plainly(text));
  expect(factsOf('e' + '\u0301'.repeat(20_000)).characters).toBe(20_001);
});

test('tells how far it is, in steps of 4,096 units', () => {
  const told: FactsProgress[] = [...textFacts('word '.repeat(2000))];
  expect(told.map(({ done }) => done)).toEqual([4096, 8192, 10_000]);
  expect(told[0]!.total).toBe(10_000);
});
