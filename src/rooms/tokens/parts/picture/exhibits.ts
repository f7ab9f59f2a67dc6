import type { TokenSlice } from '../../../../core/tokens/slice.ts';
import type { TokenSource } from '../../../../ui/tokens/token-source.ts';
import type { PictureSheetProps } from './picture-sheet.tsx';

const text = 'Hello world';

/** `Hello world` as r50k_base has it. */
const slice: TokenSlice = {
  first: 0,
  ids: Uint32Array.of(15496, 995),
  byteStarts: Uint32Array.of(0, 5),
  byteLengths: Uint32Array.of(5, 6),
  starts: Uint32Array.of(0, 5),
  ends: Uint32Array.of(5, 11),
  headBytes: new Uint8Array(2),
  tailBytes: new Uint8Array(2),
};

const source: TokenSource = {
  vocabulary: {
    encoding: 'r50k_base',
    size: 0,
    special: [],
    bytes: new Uint8Array(),
    offsets: new Uint32Array(1),
  },
  slice: () => Promise.resolve(slice),
};

const short: PictureSheetProps = { text, encoding: 'r50k_base', source, count: 2 };

/** The states of the part, by name. */
export const pictureExhibits: Readonly<Record<string, PictureSheetProps>> = {
  short,
  // What is at hand of a text that goes on.
  long: { ...short, text: `${text}${' and so on'.repeat(90_000)}`, count: 212_345 },
  empty: { ...short, text: '', count: 0 },
  reading: { ...short, source: undefined, count: undefined },
};
