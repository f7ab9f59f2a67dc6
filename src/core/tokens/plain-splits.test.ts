import { expect, test } from 'vitest';
import { plainSplit, plainSplitKinds, type PlainSplitKind } from './plain-splits.ts';
import { seeded } from './testing/seeded.ts';

const pieces = (text: string, kind: PlainSplitKind): string[] => {
  const { starts, ends } = plainSplit(text, kind);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
};

/** What the segmenter says of the whole text. */
function segments(text: string, granularity: 'grapheme' | 'word'): string[] {
  const all = [...new Intl.Segmenter('en', { granularity }).segment(text)].map(({ segment }) => segment);
  return granularity === 'word' ? all.filter((piece) => !/^\s/u.test(piece)) : all;
}

test('“né 👩‍🚀” is 6 code points, 4 graphemes and 15 bytes', () => {
  const text = 'né 👩‍🚀';
  expect(pieces(text, 'characters')).toEqual(['n', 'é', ' ', '👩', '\u200D', '🚀']);
  expect(pieces(text, 'graphemes')).toEqual(['n', 'é', ' ', '👩‍🚀']);
  // 1 + 2 + 1 + (4 + 3 + 4): each byte's span is its character's.
  const { count, starts, ends } = plainSplit(text, 'bytes');
  expect(count).toBe(15);
  expect([...starts.slice(0, 5)]).toEqual([0, 1, 1, 2, 3]);
  expect([...ends.slice(0, 5)]).toEqual([1, 2, 2, 3, 5]);
});

test('words leave white space out: don’t and 3.5 stay whole, marks stand alone', () => {
  expect(pieces("He didn't  pay 3.5, (or so)—she said.\n", 'words')).toEqual([
    'He',
    "didn't",
    'pay',
    '3.5',
    ',',
    '(',
    'or',
    'so',
    ')',
    '—',
    'she',
    'said',
    '.',
  ]);
  expect(pieces('東京タワーへ行く。\u3000昨日、', 'words')).toEqual(
    segments('東京タワーへ行く。\u3000昨日、', 'word'),
  );
});

test('distinct counts different pieces: “a b a” has 2 characters, bytes and words of letters, and a space', () => {
  const distinct = plainSplitKinds.map((kind) => plainSplit('a b a', kind).distinct);
  expect(distinct).toEqual([2 + 1, 2 + 1, 2 + 1, 2]);
});

test('distinct bytes are those of the UTF-8, half a surrogate pair being U+FFFD', () => {
  for (const text of ['aé東𝒳', '\uD800x\uDC00', '\u07FF\u0800\uFFFF\u{10FFFF}'])
    expect(plainSplit(text, 'bytes').distinct).toBe(new Set(new TextEncoder().encode(text)).size);
});

test('nothing has no pieces', () => {
  for (const kind of plainSplitKinds)
    expect(plainSplit('', kind)).toEqual({
      count: 0,
      distinct: 0,
      starts: new Uint32Array(),
      ends: new Uint32Array(),
    });
});

const parts = [
  ...'abcXYZ019_ \n\r\t.,:;\'"-()#*',
  ...[
    '\r\n',
    'e\u0301',
    '👩‍🚀',
    '👍🏽',
    '🇯🇵',
    '🇯',
    '©\uFE0F',
    '1\uFE0F\u20E3',
    'नमस्ते',
    'क्षि',
    '한국',
    '\u1100\u1161\u11A8',
    '각\u11A8',
  ],
  ...[
    '東京',
    'タワー',
    'が\u3099',
    'ﾊﾞ',
    '。',
    '「',
    '\u0600',
    '\u200D',
    '\uD83D',
    '\uDE00',
    'ไทย',
    'Привет',
    'й\u0306',
    'ß',
    '\u3000',
    '\u00AD',
  ],
];

test('2,000 random texts: graphemes, also in long runs, are the segmenter’s', () => {
  const random = seeded(3);
  for (let round = 0; round < 2000; round++) {
    let text = '';
    for (let left = random(30); left >= 0; left--) {
      const part = parts[random(parts.length)]!;
      text += part.repeat(random(20) === 0 ? 1 + random(90) : 1);
    }
    expect(pieces(text, 'graphemes'), JSON.stringify(text)).toEqual(segments(text, 'grapheme'));
    expect(plainSplit(text, 'graphemes').distinct).toBe(new Set(segments(text, 'grapheme')).size);
  }
});

test('2,000 random texts of ASCII and letters beyond it: words are the segmenter’s', () => {
  const random = seeded(4);
  const signs = [...'abcXYZ019_  \n.,:;\'"-()#*', 'é', 'ß', 'Привет', '東京', '。', '、', 'タワー', '—'];
  for (let round = 0; round < 2000; round++) {
    let text = '';
    for (let left = random(40); left >= 0; left--) text += signs[random(signs.length)]!;
    expect(pieces(text, 'words'), JSON.stringify(text)).toEqual(segments(text, 'word'));
  }
});

test('a word of 5,000 letters is one word, and 1,000 family emoji are 1,000 graphemes', () => {
  expect(plainSplit('é'.repeat(5000), 'words').count).toBe(1);
  expect(plainSplit('👨‍👩‍👧‍👦'.repeat(1000), 'graphemes').count).toBe(1000);
});
