import fc from 'fast-check';
import { expect, test } from 'vitest';
import { liveFace } from './live-face.ts';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

test('whitespace is drawn, and a known id gives the colour', () => {
  expect(liveFace({ text: ' king', bytes: bytes(0x20, 0x6b, 0x69, 0x6e, 0x67), id: 5822 })).toEqual({
    label: '·king',
    kind: 'text',
    colourId: 5822,
  });
  expect(liveFace({ text: '\n\t' }).label).toBe('⏎⇥');
});

test('a part of a character shows its bytes, whatever text the provider made of it', () => {
  expect(liveFace({ text: '\uFFFD', bytes: bytes(0xe3, 0x81) })).toMatchObject({
    label: 'E3 81',
    kind: 'bytes',
  });
  expect(liveFace({ text: 'bytes:\\xe3\\x81', bytes: bytes(0xe3, 0x81) }).label).toBe('E3 81');
});

test('where no bytes were told, the id stands for them, and without one a question mark', () => {
  expect(liveFace({ text: '\uFFFD', id: 812 })).toEqual({ label: '#812', kind: 'unnamed', colourId: 812 });
  expect(liveFace({ text: ' \uFFFD' })).toMatchObject({ label: '·⟨?⟩', kind: 'unnamed' });
});

test('a token without a text has a face too; empty bytes leave the text in force', () => {
  expect(liveFace({ text: '', bytes: bytes(), id: 2 }).label).toBe('#2');
  expect(liveFace({ text: '' }).label).toBe('⟨⟩');
  expect(liveFace({ text: '<|im_end|>', bytes: bytes() }).label).toBe('<|im_end|>');
});

test('without an id the colour is that of the bytes: FNV-1a of “a” is E40C292C', () => {
  expect(liveFace({ text: 'a' }).colourId).toBe(0xe40c292c);
  expect(liveFace({ text: 'a', bytes: bytes(0x61) }).colourId).toBe(0xe40c292c);
  expect(liveFace({ text: 'b' }).colourId).not.toBe(0xe40c292c);
});

test('nothing shows U+FFFD, or nothing at all', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.option(fc.uint8Array({ maxLength: 6 }), { nil: undefined }),
      fc.option(fc.nat(), { nil: undefined }),
      (text, told, id) => {
        const { label } = liveFace({ text, bytes: told, id });
        expect(label).not.toBe('');
        expect(label).not.toContain('\uFFFD');
      },
    ),
    { seed: 1 },
  );
});
