// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { PicturePalette } from './picture-palette.ts';
import { awkwardTexts } from './testing/awkward-texts.ts';
import { tokensIn } from './testing/tokens-in.ts';
import { tokenPicture, type TokenPictureInput } from './token-picture.ts';

const tokensOf = await tokensIn('o200k_base');

const palette: PicturePalette = {
  paper: '#fffdf9',
  ink: '#1d1c1a',
  soft: '#645f57',
  edge: '#8a8478',
  ground: (id) => `#${(id % 0x1000).toString(16).padStart(3, '0')}`,
};

function draw(text: string, more: Partial<TokenPictureInput> = {}) {
  const slice = tokensOf(text);
  const picture = tokenPicture({
    ...{
      text,
      slice,
      palette,
      encoding: 'o200k_base',
      count: slice.ids.length,
      columns: '80',
      withIds: false,
    },
    language: 'en',
    ...more,
  });
  const parsed = new DOMParser().parseFromString(picture.svg, 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return { ...picture, parsed };
}

const written = (parsed: Document, part = 'text') =>
  [...parsed.querySelectorAll(`[data-part=${part}] text`)].map(({ textContent }) => textContent).join('');

test.each(Object.entries(awkwardTexts))(
  '%s: well-formed, with the text as text and a ground for each token',
  (_, [text, said]) => {
    for (const withIds of [false, true])
      for (const language of ['en', 'ja'] as const) {
        const { parsed, svg, width, height } = draw(text, { withIds, language });
        expect(written(parsed)).toBe(said);
        expect(parsed.querySelectorAll('[data-token]')).toHaveLength(tokensOf(text).ids.length);
        expect(svg).not.toContain('\ufffd');
        expect(svg.isWellFormed()).toBe(true);
        expect([width, height].every(Number.isInteger)).toBe(true);
      }
  },
);

test('it stands alone: nothing is asked for, and no style sheet is needed', () => {
  const { parsed } = draw('Hello <b>東京</b>\n', { withIds: true });
  expect(
    parsed.querySelectorAll('script, style, image, use, foreignObject, [class], [style], [href]'),
  ).toHaveLength(0);
  const fills = [...parsed.querySelectorAll('[fill]')].map((element) => element.getAttribute('fill')!);
  for (const fill of fills) expect(fill).toMatch(/^(#[0-9a-f]{3,6}|none)$/);
});

test('each token has the colour of its id, and its id where that is wanted', () => {
  const { ids } = tokensOf('a b a');
  const plain = draw('a b a').parsed;
  const grounds = [...plain.querySelectorAll('[data-token]')];
  expect(grounds.map((ground) => ground.getAttribute('fill'))).toEqual(Array.from(ids, palette.ground));
  expect(grounds.map((ground) => ground.getAttribute('data-id'))).toEqual(Array.from(ids, String));
  expect(plain.querySelector('[data-part=ids]')).toBeNull();
  expect(written(draw('a b a', { withIds: true }).parsed, 'ids')).toBe([...ids].join(''));
});

test('every second token is underlined, so that cuts need no colour', () => {
  const rects = [...draw('a b a').parsed.querySelectorAll('[data-token]')].map(
    (ground) => ground.children.length,
  );
  expect(rects).toEqual([1, 2, 1]);
});

test('its caption names encoding and count; title and description say what it is and reads', () => {
  const { parsed } = draw('Hello world');
  expect(parsed.querySelector('[data-part=caption]')?.textContent).toBe('o200k_base · 2 tokens');
  expect(parsed.querySelector('title')?.textContent).toBe('o200k_base · 2 tokens');
  expect(parsed.querySelector('desc')?.textContent).toContain('The text: Hello world');
});

test('of a long text the first 2,000 tokens, and it says so', () => {
  const text = 'word '.repeat(5000);
  const { parsed, shown, height } = draw(text);
  expect(shown).toBe(2000);
  expect(parsed.querySelector('[data-part=caption]')?.textContent).toBe(
    `o200k_base · the first 2,000 of ${tokensOf(text).ids.length.toLocaleString('en')} tokens`,
  );
  expect(parsed.querySelector('desc')?.textContent).toMatch(/The text begins: word .*…$/s);
  expect(height).toBeLessThanOrEqual(6000);
});

test('of a text in many lines only so many rows, and it says so', () => {
  const text = 'a\n'.repeat(900);
  const { shown, count, height, parsed } = draw(text);
  expect(shown).toBeLessThan(count);
  expect(height).toBeLessThanOrEqual(6000);
  expect(parsed.querySelectorAll('[data-token]')).toHaveLength(shown);
});

test('a narrow picture is higher, a short text’s is as wide as its text', () => {
  const text = 'Tokens are pieces of text: some are whole words, some are only a part of one.';
  const [narrow, wide] = [draw(text, { columns: '40' }), draw(text, { columns: '120' })];
  expect(narrow.height).toBeGreaterThan(wide.height);
  expect(narrow.width).toBeLessThan(wide.width);
  expect(wide.width).toBeLessThanOrEqual(Math.ceil(text.length * 9.6 + 40));
});
