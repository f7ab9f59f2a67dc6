import { expect, test } from 'vitest';
import { pack, unpack } from './packing.ts';

const limit = 10_000;
const through = (message: unknown): unknown => {
  const bytes = pack(message, limit);
  return bytes && unpack(bytes);
};

test.each<[string, unknown]>([
  ['plain data', { kind: 'done', id: 3, value: [1, 'two', null, true, { deep: [-0.5, 1e300] }] }],
  ['text of any kind', 'a\u{1F469}\u200D\u{1F680} \uD800 \0 "\\" नमस्ते'],
  [
    'typed arrays, also of odd lengths and inside a larger buffer',
    {
      bytes: Uint8Array.of(1, 2, 3),
      ids: Uint32Array.of(4_294_967_295, 0, 7).subarray(1),
      none: new Uint8Array(0),
      numbers: Float64Array.of(Math.PI, -Infinity, NaN, -0),
      small: [Float32Array.of(0.5), Uint16Array.of(65_535), Int32Array.of(-1)],
    },
  ],
])('%s come back as they were', (_name, message) => {
  expect(through(message)).toEqual(message);
});

test('a member that is undefined reads the same', () => {
  expect((through({ a: undefined, b: 1 }) as { a?: unknown }).a).toBeUndefined();
});

test.each<[string, unknown]>([
  ['a number that JSON has not', { value: NaN }],
  ['minus zero', [-0]],
  ['a Map', { map: new Map([[1, 2]]) }],
  ['a hole in a list', [1, undefined]],
  ['a large whole number', { big: 1n }],
  ['what looks like a packed array', { '\0': ['Uint8Array', 0, 1] }],
])('%s is left to a message', (_name, message) => {
  expect(through(message)).toBeUndefined();
});

test('what is longer than the limit is left to a message', () => {
  expect(through('x'.repeat(limit))).toBeUndefined();
  expect(through({ array: new Uint8Array(limit) })).toBeUndefined();
  expect(through({ array: new Uint8Array(limit - 100) })).toBeDefined();
});
