import type { CompareProps } from './compare.tsx';

type Shown = Omit<CompareProps, 'onColumns' | 'onPart'>;

const split = (...lengths: number[]) => {
  let at = 0;
  const starts = Uint32Array.from(lengths, (length) => (at += length) - length);
  return { starts, ends: Uint32Array.from(starts, (start, i) => start + lengths[i]!) };
};

const base: Shown = {
  columns: [
    { id: 'cl100k_base', count: 3, split: split(2, 2, 1), failed: undefined },
    { id: 'words', count: 2, split: split(4, 1), failed: undefined },
  ],
  text: 'abcd!',
  from: 0,
  to: 5,
  part: 0,
  parts: 1,
  hasOwn: false,
  hasFile: false,
};

/** The states of the part, by name. */
export const compareExhibits: Readonly<Record<string, Shown>> = {
  'two splits': base,
  'as many pieces in each': { ...base, columns: base.columns.map((column) => ({ ...column, count: 3 })) },
  'no text': {
    ...base,
    text: '',
    to: 0,
    columns: base.columns.map((column) => ({ ...column, count: 0, split: split() })),
  },
  'still reading': {
    ...base,
    columns: base.columns.map(({ id }) => ({ id, count: undefined, split: undefined, failed: undefined })),
  },
  'one could not be read': {
    ...base,
    columns: base.columns.map((column) =>
      column.id === 'words' ? { ...column, count: undefined, split: undefined, failed: 'Not read.' } : column,
    ),
  },
  'a long text': { ...base, part: 1, parts: 3 },
};
