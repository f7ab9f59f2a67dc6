import { expect, test } from 'vitest';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { spokenToken } from './spoken-token.ts';

/** Two tokens: 0 is a space and `the` and a line feed, 1 the first byte of a longer character. */
const vocabulary: VocabularyBytes = {
  encoding: 'r50k_base',
  size: 2,
  special: [],
  bytes: Uint8Array.of(0x20, 0x74, 0x68, 0x65, 0x0a, 0xe3),
  offsets: Uint32Array.of(0, 5, 6),
};

test('a text token is said in quotes, with its own space, its line feed as an escape', () => {
  const face = { id: 0, label: '·the⏎', kind: 'text' } as const;
  expect(spokenToken(face, vocabulary)).toBe('" the\\n"');
});

test('bytes that are no text are said as they are shown', () => {
  expect(spokenToken({ id: 1, label: 'E3', kind: 'bytes' }, vocabulary)).toBe('E3');
});
