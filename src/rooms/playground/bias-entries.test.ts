import { expect, test } from 'vitest';
import { encodings } from '../../core/tokens/encodings.ts';
import { biasFromJson, biasRecord, biasToJson, withBias, type BiasEntry } from './bias-entries.ts';

const king: BiasEntry = {
  encoding: 'r50k_base',
  id: 5822,
  label: ' king',
  bias: 2,
  banned: false,
  muted: false,
};
const man: BiasEntry = { ...king, id: 582, label: ' man', bias: -3, banned: true };

test('a ban is −∞, a muted or zero entry is nothing, another encoding is parked', () => {
  const entries = [
    king,
    man,
    { ...king, id: 7, muted: true },
    { ...king, id: 8, bias: 0 },
    { ...king, id: 9, encoding: 'o200k_base' as const },
  ];
  expect(biasRecord(entries, 'r50k_base')).toEqual({ 5822: 2, 582: -Infinity });
  expect(biasRecord(entries, 'o200k_base')).toEqual({ 9: 2 });
});

test('the same id of the same encoding merges in place; of another encoding it is another entry', () => {
  const merged = withBias([king, man], { ...king, bias: 5 });
  expect(merged).toEqual({ ok: true, value: [{ ...king, bias: 5 }, man] });
  const apart = withBias([king], { ...king, encoding: 'cl100k_base' });
  expect(apart.ok && apart.value.length).toBe(2);
});

test('300 entries fit, the 301st is refused with the limit, and changing one of the 300 still works', () => {
  const full = Array.from({ length: 300 }, (_, id) => ({ ...king, id }));
  const refused = withBias(full, { ...king, id: 300 });
  expect(refused.ok).toBe(false);
  expect(!refused.ok && refused.fault.message).toContain('300');
  expect(withBias(full, { ...king, id: 299, bias: 1 }).ok).toBe(true);
});

test('entries come back as they went; flags: 1 muted, 2 banned', () => {
  const json: unknown = JSON.parse(JSON.stringify(biasToJson([king, { ...man, muted: true }])));
  expect(json).toEqual([
    ['r50k_base', 5822, 2, ' king', 0],
    ['r50k_base', 582, -3, ' man', 3],
  ]);
  expect(biasFromJson(json)).toEqual({ ok: true, value: [king, { ...man, muted: true }] });
});

test.each([
  ['no list', 'x', /not a list/],
  ['a bias beyond the range', [['r50k_base', 1, 101, '', 0]], /-100 to 100/],
  ['no number', [['r50k_base', 1, 'NaN', '', 0]], /-100 to 100/],
  ['half an id', [['r50k_base', 1.5, 1, '', 0]], /Line 1/],
  [
    'an id past the vocabulary',
    [
      ['r50k_base', 1, 1, '', 0],
      ['r50k_base', 50_257, 1, '', 0],
    ],
    /Line 2.*0 to 50256, not 50257/,
  ],
  ['an unknown encoding', [['gpt9', 1, 1, '', 0]], /encoding/],
])('%s is refused with what is accepted', (_, input, sentence) => {
  const result = biasFromJson(input);
  expect(result.ok).toBe(false);
  expect(!result.ok && result.fault.message).toMatch(sentence);
});

test('of two lines with one id the later is in force', () => {
  const lines = biasToJson([king, { ...king, bias: -1 }]);
  expect(biasFromJson(lines)).toEqual({ ok: true, value: [{ ...king, bias: -1 }] });
});

test.each(Object.entries(encodings))(
  'the last id of %s is accepted, the next is not',
  (encoding, { size }) => {
    expect(biasFromJson([[encoding, size - 1, 1, '', 0]]).ok).toBe(true);
    expect(biasFromJson([[encoding, size, 1, '', 0]]).ok).toBe(false);
  },
);
