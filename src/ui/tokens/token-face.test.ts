import { expect, test } from 'vitest';
import { exhibitVocabulary } from '../../rooms/playground/selectors/exhibit-world.ts';
import { tokenFace } from './token-face.ts';

const vocabulary = exhibitVocabulary([' king', '\n\t', '日本', '0xE381', 'E3 81', '']);

test('whitespace is drawn', () => {
  expect(tokenFace(0, vocabulary)).toEqual({ id: 0, label: '·king', kind: 'text' });
  expect(tokenFace(1, vocabulary).label).toBe('⏎⇥');
  expect(tokenFace(2, vocabulary).label).toBe('日本');
});

test('a part of a character shows its bytes, and is told apart from a text that reads the same', () => {
  expect(tokenFace(3, vocabulary)).toEqual({ id: 3, label: 'E3 81', kind: 'bytes' });
  expect(tokenFace(4, vocabulary)).toEqual({ id: 4, label: 'E3·81', kind: 'text' });
});

test('an id without a token, a special one and one of an unknown vocabulary have a face too', () => {
  expect(tokenFace(5, vocabulary)).toEqual({ id: 5, label: '#5', kind: 'unnamed' });
  expect(tokenFace(6, vocabulary)).toEqual({ id: 6, label: '<|endoftext|>', kind: 'special' });
  expect(tokenFace(6000, vocabulary).label).toBe('#6000');
  expect(tokenFace(3, undefined)).toEqual({ id: 3, label: '#3', kind: 'unnamed' });
});

test('no byte sequence is ever shown as U+FFFD', () => {
  const every = exhibitVocabulary(
    Array.from({ length: 256 }, (_, byte) => `0x${byte.toString(16).padStart(2, '0')}`),
  );
  for (let id = 0; id < 256; id++) expect(tokenFace(id, every).label).not.toContain('\ufffd');
});
