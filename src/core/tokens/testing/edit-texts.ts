import { seeded } from './seeded.ts';

/** Texts that edits are tried on, by what is difficult in them. */
export const editTextNames = ['prose', 'code', 'japanese', 'white space', 'hostile'] as const;
export type EditTextName = (typeof editTextNames)[number];

const words: Readonly<Record<EditTextName, readonly string[]>> = {
  prose: [
    ...'The rain had stopped by four, and nobody noticed. It was a quiet street of tall houses'.split(' '),
    ...[
      "don't",
      'she’d',
      "WE'LL",
      '“Yes,”',
      'he said;',
      '— and',
      '1,234.50',
      'naïve',
      'cafe\u0301',
      'ſ',
      'of',
    ],
    ...['Antidisestablishmentarianism', "don'", 'you’', 'McDonald', 'iPhone', 'O’Brien', 'the', 'a', '\n\n'],
  ],
  code: [
    ...['export function', 'const', 'if (', ') {', '\n    ', '\n\t', '});', '=>', '!==', '// ---', '/* * */'],
    ...['camelCaseName', 'SNAKE_CASE', 'x1', '0xff', '"text"', '`${a}`', '\\n', '[0]', '</div>', '...', '||'],
    ...["'s", "'LL", '\r\n', '  ', 'return', '#', '1234567'],
  ],
  japanese: [
    ...['東京', 'です', 'あ', '漢字', 'トークン', '。', '、', '「', '」', '\u3000', 'コンピュータ', '2026年'],
    ...['👩‍🚀', '🍕', '👨‍👩‍👧‍👦', '🇯🇵', '👍🏽', '❤️', '𝒳', '𠮷', 'が', 'か\u3099', 'नमस्ते', '한국어', 'ｶﾞ', '\n'],
  ],
  'white space': [
    ...[' ', '  ', '          ', '\t', '\r\n', '\n', '\r', '\n\n\n', ' \n ', '\r\n\r\n', '\u00a0', '\u3000'],
    ...['\u0085', '\u2028', '\v', 'a', 'word', 'X', '1', '.', '!\n', ' '.repeat(70), '\r\n'.repeat(20)],
  ],
  hostile: [
    ...['a'.repeat(30), '='.repeat(40), 'aaaaaaaaX', 'ABCDEFGH', 'Zz', '=', 'a', '-'.repeat(17), '\0'],
    ...['<|endoftext|>', '<|endofprompt|>', '<|fim_prefix|>', '<|', '|>', '<', '|', 'endoftext', '<|endof'],
    ...['\ud83d', '\ude00', '\udc00', '\ud800', '\u0301', '\u200d', '\ufeff', '123456789'],
  ],
};

/** Something of the kind of a text: `most` parts at most. */
export function randomParts(name: EditTextName, next: (below: number) => number, most: number): string {
  const parts = words[name];
  const between = name === 'prose' ? ' ' : '';
  let text = '';
  for (let n = next(most + 1); n > 0; n--) text += parts[next(parts.length)]! + between;
  return text;
}

/** A text of some thousand characters, the same for the same seed. */
export function editText(name: EditTextName, seed: number): string {
  const next = seeded(seed);
  let text = '';
  while (text.length < 2500) text += randomParts(name, next, 60);
  return text;
}
