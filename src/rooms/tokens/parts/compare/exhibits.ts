import type { Split, SplitSource } from '../../compare/split-source.ts';
import type { CompareProps } from './compare.tsx';
import type { ComparedColumn } from './compared-column.ts';

type Shown = Omit<CompareProps, 'onColumns' | 'onRetry'>;

/** Pieces of so many UTF-16 units each, the first at 0. */
function source(text: string, ...lengths: number[]): SplitSource {
  let at = 0;
  const starts = Uint32Array.from(lengths, (length) => (at += length) - length);
  const ends = Uint32Array.from(starts, (start, i) => start + lengths[i]!);
  const split: Split = { first: 0, starts, ends };
  return { text, count: lengths.length, slice: () => Promise.resolve(split) };
}

const usual = { source: undefined, count: undefined, progress: undefined, missing: false, failed: undefined };

function column(id: ComparedColumn['id'], text: string, ...lengths: number[]): ComparedColumn {
  return { ...usual, id, count: lengths.length, source: source(text, ...lengths) };
}

const base: Shown = {
  columns: [column('cl100k_base', 'abcd!', 2, 2, 1), column('words', 'abcd!', 4, 1)],
  text: 'abcd!',
  hasOwn: false,
  hasFile: false,
};
const [encoding, words] = base.columns;
const long = 'one piece over more than a row '.repeat(14);

/** The states of the part, by name. */
export const compareExhibits: Readonly<Record<string, Shown>> = {
  'two splits': base,
  'as many pieces in each': {
    ...base,
    columns: base.columns.map((each) => ({ ...each, count: 3 })),
  },
  'nearly as many': {
    ...base,
    columns: [
      { ...encoding!, count: 100_001 },
      { ...words!, count: 100_000 },
      { ...words!, id: 'bytes', count: 2_000_000 },
    ],
  },
  'none of one kind': { ...base, columns: [encoding!, { ...words!, count: 0 }] },
  'no text': { ...base, text: '', columns: [column('cl100k_base', ''), column('words', '')] },
  'still reading': {
    ...base,
    columns: [
      { ...usual, id: 'cl100k_base', progress: 0.43 },
      { ...usual, id: 'words' },
    ],
  },
  'one could not be read': {
    ...base,
    columns: [encoding!, { ...words!, count: undefined, source: undefined, failed: 'Not read.' }],
  },
  'some to be made first': {
    ...base,
    columns: [encoding!, { ...usual, id: 'own', missing: true }, { ...usual, id: 'file', missing: true }],
  },
  'a long text': {
    ...base,
    text: long,
    columns: [column('own', long, long.length), column('words', long, 3, 5)],
    hasOwn: true,
  },
};
