import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import type { BiasEntry } from '../../bias-entries.ts';
import type { BiasListProps } from './bias-list.tsx';
import type { FormsOf } from './word-form.ts';

type Exhibit = Pick<BiasListProps, 'entries' | 'encoding' | 'vocabulary' | 'forms'>;

/** Real r50k ids: enough of the vocabulary for the states below. */
const texts: Readonly<Record<number, string>> = {
  12: '-',
  582: ' man',
  805: 'man',
  1219: ' old',
  2677: ' King',
  3364: 'king',
  5822: ' king',
  5916: ' fish',
  15708: 'King',
  2575: '...',
};

const vocabulary = vocabularyOf(texts, 50_257);

/** Forms of `king`; of any other word a form of two tokens and its first piece. */
const forms: FormsOf = (word) =>
  Promise.resolve(
    word.trim() === 'king'
      ? [
          { text: 'king', ids: [3364] },
          { text: ' king', ids: [5822] },
          { text: 'King', ids: [15708] },
          { text: ' King', ids: [2677] },
        ]
      : [
          { text: word, ids: [3364, 805] },
          { text: ` ${word}`, ids: [5916] },
        ],
  );

const king: BiasEntry = {
  encoding: 'r50k_base',
  id: 5822,
  label: '·king',
  bias: 2,
  banned: false,
  muted: false,
};
const man: BiasEntry = { ...king, id: 582, label: '·man', bias: 0, banned: true };
const old: BiasEntry = { ...king, id: 1219, label: '·old', bias: -3.5 };

const empty: Exhibit = { entries: [], encoding: 'r50k_base', vocabulary, forms };

/** Named states of the list, for its tests and for looking at it. */
export const exhibits = {
  empty,
  /** One up, one down, one banned. */
  some: { ...empty, entries: [king, old, man] },
  muted: { ...empty, entries: [king, { ...old, muted: true }] },
  /** One entry belongs to another encoding. */
  parked: {
    ...empty,
    entries: [king, { ...king, encoding: 'o200k_base', id: 17_521, label: '·king', bias: -2 }],
  },
  full: {
    ...empty,
    entries: Array.from({ length: 300 }, (_, at): BiasEntry => ({
      ...king,
      id: 20_000 + at,
      label: `#${at}`,
    })),
  },
  /** The vocabulary is on its way: ids stand for tokens. */
  loading: { ...empty, entries: [king], vocabulary: undefined },
  /** Looking up a word fails. */
  failing: { ...empty, forms: () => Promise.reject(new Error('worker died')) },
} as const satisfies Record<string, Exhibit>;

function vocabularyOf(named: Readonly<Record<number, string>>, size: number): VocabularyBytes {
  const encoder = new TextEncoder();
  const offsets = new Uint32Array(size + 1);
  const parts: number[] = [];
  for (let id = 0; id < size; id++) {
    parts.push(...encoder.encode(named[id] ?? (id >= 20_000 ? `w${id}` : '')));
    offsets[id + 1] = parts.length;
  }
  return { encoding: 'r50k_base', size, special: [], bytes: new Uint8Array(parts), offsets };
}
