import { expect, test } from 'vitest';
import { loadEncoder } from './load-encoder.ts';
import { sharedCharacters } from './shared-characters.ts';
import { spell } from './spell.ts';
import { TokenDocument } from './token-document.ts';
import type { VocabularyBytes } from './vocabulary-bytes.ts';

async function read(text: string) {
  const encoder = await loadEncoder('cl100k_base');
  const document = new TokenDocument(encoder, 'text');
  const { tokens } = document.open(text);
  const vocabulary = encoder.vocabularyBytes();
  const slice = document.byIndex(0, tokens);
  return { document, vocabulary, slice, ids: [...slice.ids] };
}

test('👩 is three tokens of cl100k_base: each of them shares it with the other two', async () => {
  const { vocabulary, slice, ids } = await read('a👩');
  // a, then F0 9F 91 A9 as [F0 9F] [91] [A9].
  expect(ids).toEqual([64, 9468, 239, 102]);
  expect(sharedCharacters(vocabulary, slice, 0)).toEqual([]);
  for (const at of [1, 2, 3])
    expect(sharedCharacters(vocabulary, slice, at)).toEqual([{ text: '👩', tokens: [1, 2, 3] }]);
});

test('in scripts and emoji each part shares a character with another token, and no whole token does', async () => {
  const text = '👩‍🚀नमस्ते 한국어 𝒳𝒴 👨‍👩‍👧‍👦'.repeat(3);
  const { vocabulary, slice } = await read(text);
  for (let at = 0; at < slice.ids.length; at++) {
    const shared = sharedCharacters(vocabulary, slice, at);
    const isPart = slice.headBytes[at]! > 0 || slice.tailBytes[at]! > 0;
    expect(shared.length > 0).toBe(isPart);
    const own = text.slice(slice.starts[at], slice.ends[at]);
    for (const { text: character, tokens } of shared) {
      expect(own).toContain(character);
      expect(tokens).toContain(at);
      expect(tokens.length).toBeGreaterThan(1);
    }
  }
});

test('a token may hold the end of one character and the beginning of the next', () => {
  // あ is E3 81 82 and い E3 81 84, cut as [E3 81] [82 E3] [81 84].
  const vocabulary: VocabularyBytes = {
    encoding: 'r50k_base',
    size: 3,
    special: [],
    bytes: Uint8Array.of(0xe3, 0x81, 0x82, 0xe3, 0x81, 0x84),
    offsets: Uint32Array.of(0, 2, 4, 6),
  };
  const { slice } = spell(vocabulary, [0, 1, 2]);
  const [first, second] = [
    { text: 'あ', tokens: [0, 1] },
    { text: 'い', tokens: [1, 2] },
  ];
  expect(sharedCharacters(vocabulary, slice, 0)).toEqual([first]);
  expect(sharedCharacters(vocabulary, slice, 1)).toEqual([first, second]);
  expect(sharedCharacters(vocabulary, slice, 2)).toEqual([second]);
});

test('a character that reaches out of the slice is left out', async () => {
  const { document, vocabulary } = await read('a👩b');
  // [91] alone: neither where the character begins nor where it ends is known.
  expect(sharedCharacters(vocabulary, document.byIndex(2, 3), 0)).toEqual([]);
  expect(sharedCharacters(vocabulary, document.byIndex(1, 3), 0)).toEqual([]);
  expect(sharedCharacters(vocabulary, document.byIndex(1, 4), 2)).toHaveLength(1);
});
