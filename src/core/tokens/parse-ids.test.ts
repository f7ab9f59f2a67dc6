import { expect, test } from 'vitest';
import { loadEncoder } from './load-encoder.ts';
import { parseIds, type KnownIds } from './parse-ids.ts';

/** Ids 0 to 9, of which 7 stands for nothing. */
const ten: KnownIds = { encoding: 'ten', size: 10, offsets: [0, 1, 2, 3, 4, 5, 6, 7, 7, 8, 9] };

const idsOf = (text: string): number[] => {
  const result = parseIds(text, ten);
  if (!result.ok) throw new Error(result.fault.message);
  return [...result.value];
};
const faultOf = (text: string) => {
  const result = parseIds(text, ten);
  if (result.ok) throw new Error(`${text} was taken`);
  return result.fault;
};

test.each([
  ['1, 2, 3', [1, 2, 3]],
  ['1 2\n3\t4', [1, 2, 3, 4]],
  ['[1,2,3]', [1, 2, 3]],
  [' [\n  8,\n  9\n]\n', [8, 9]],
  ['#8 #9; #0', [8, 9, 0]],
  ['1,,2,', [1, 2]],
  ['003', [3]],
  ['', []],
  ['[]', []],
  [' [ ] ', []],
])('%j is read', (text, ids) => {
  expect(idsOf(text)).toEqual(ids);
});

test.each([
  ['1, two, 3', 'two', 3],
  ['1.5', '1.5', 0],
  ['-1', '-1', 0],
  ['1e3', '1e3', 0],
  ['"1"', '"1"', 0],
  ['[1, 2', '[1', 0],
  ['1, 2]', '2]', 3],
  ['[[1]]', '[1]', 1],
  ['##1', '##1', 0],
])('%j holds what is no number, and it is named', (text, value, at) => {
  expect(faultOf(text)).toMatchObject({ code: 'not-an-integer', detail: { value, at, min: 0, max: 9 } });
});

test('an id beyond the last is named with the range', () => {
  const refused = faultOf('1, #812');
  expect(refused).toMatchObject({ code: 'out-of-range', detail: { value: '#812', at: 3, max: 9, hole: 0 } });
  expect(refused.message).toBe(
    'ten has no token #812, at UTF-16 offset 3: ids of ten are whole numbers from 0 to 9.',
  );
});

test('an id that stands for nothing is told apart', () => {
  expect(faultOf('7')).toMatchObject({ code: 'out-of-range', detail: { value: '7', hole: 1 } });
});

test('a long entry is cut in what is said of it', () => {
  expect(faultOf('x'.repeat(1000)).detail).toMatchObject({ value: `${'x'.repeat(40)}…` });
});

test('100,000 ids of an encoding come back as they were', async () => {
  const encoder = await loadEncoder('o200k_base');
  const ids = encoder.encode('The rain had stopped by four, and nobody noticed. '.repeat(8000), 'text');
  const known = encoder.vocabularyBytes();
  for (const text of [ids.join(), JSON.stringify([...ids]), ids.join('\n')])
    expect(parseIds(text, known)).toEqual({ ok: true, value: ids });
  // The size counts holes: 200,019 ids, of which 199,998 is the last ordinary one.
  expect(parseIds('200018', known).ok).toBe(true);
  expect(parseIds('200017', known)).toMatchObject({ ok: false, fault: { detail: { hole: 1 } } });
});
