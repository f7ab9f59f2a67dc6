import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, difference } from './text-difference.ts';

/** The same, unit by unit. */
function plainly(before: string, after: string) {
  if (before === after) return undefined;
  let from = 0;
  while (from < Math.min(before.length, after.length) && before[from] === after[from]) from++;
  let to = before.length;
  let end = after.length;
  while (to > from && end > from && before[to - 1] === after[end - 1]) {
    to--;
    end--;
  }
  return { from, to, insert: after.slice(from, end) };
}

// Lengths about the stretches that are compared at once, and texts that repeat, so that ends could be counted twice.
const text = fc
  .tuple(fc.constantFrom('a', 'ab', 'abc🍕', ' '), fc.integer({ min: 0, max: 13_000 }))
  .map(([part, length]) => part.repeat(Math.ceil(length / part.length)).slice(0, length));
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.integer({ min: 0, max: 5000 }),
  insert: fc.constantFrom('', 'a', 'b', 'ab', '🍕', '\ud83c', 'a'.repeat(4096), 'ab'.repeat(3000)),
});

test('the smallest replacement, as unit by unit, and it makes the one text the other', () => {
  fc.assert(
    fc.property(text, edit, (before, { at, taken, insert }) => {
      const from = Math.round(at * before.length);
      const after = applyEdits(before, [{ from, to: Math.min(before.length, from + taken), insert }]);
      const found = difference(before, after);
      expect(found).toEqual(plainly(before, after));
      expect(applyEdits(before, found === undefined ? [] : [found])).toBe(after);
    }),
  );
});

test('edits are of the text before, in any order', () => {
  const edits = [
    { from: 4, to: 5, insert: 'E!' },
    { from: 0, to: 0, insert: '> ' },
    { from: 1, to: 3, insert: '' },
  ];
  expect(applyEdits('abcdef', edits)).toBe('> adE!f');
});
