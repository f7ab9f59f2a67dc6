import type { ExplainedPiece, MergedPiece } from '../../../../core/tokens/explained-piece.ts';
import type { MergePlayerProps } from './merge-player.tsx';

type Step = readonly [left: number, right: number, at: number, id: number];

const encoder = new TextEncoder();

function merged(
  text: string,
  from: number,
  fromByte: number,
  singles: readonly number[],
  steps: readonly Step[],
  ids: readonly number[],
): MergedPiece {
  const bytes = encoder.encode(text);
  const span = { from, to: from + text.length, fromByte, toByte: fromByte + bytes.length };
  return {
    kind: 'merged',
    ...span,
    bytes,
    singles,
    steps: steps.map(([left, right, at, id]) => ({ left, right, at, id, rank: id })),
    ids,
    reached: true,
  };
}

/** `hello tokenization 東京!<|endoftext|>` as r50k_base has it. */
const pieces: readonly ExplainedPiece[] = [
  merged(
    'hello',
    0,
    0,
    [71, 68, 75, 75, 78],
    [
      [71, 68, 0, 258],
      [75, 75, 1, 297],
      [258, 297, 0, 12758],
      [12758, 78, 0, 31373],
    ],
    [31373],
  ),
  merged(
    ' tokenization',
    5,
    5,
    [220, 83, 78, 74, 68, 77, 72, 89, 64, 83, 72, 78, 77],
    [
      [220, 83, 0, 256],
      [78, 77, 10, 261],
      [64, 83, 7, 265],
      [68, 77, 3, 268],
      [256, 78, 0, 284],
      [72, 261, 6, 295],
      [265, 295, 5, 341],
      [72, 89, 3, 528],
      [528, 341, 3, 1634],
      [74, 268, 1, 3464],
      [284, 3464, 0, 11241],
    ],
    [11241, 1634],
  ),
  merged(
    ' 東京',
    18,
    18,
    [220, 162, 251, 109, 160, 118, 105],
    [
      [220, 162, 0, 10545],
      [160, 118, 3, 12859],
    ],
    [10545, 251, 109, 12859, 105],
  ),
  merged('!', 21, 25, [0], [], [0]),
  {
    kind: 'special',
    from: 22,
    to: 35,
    fromByte: 26,
    toByte: 39,
    bytes: encoder.encode('<|endoftext|>'),
    id: 50256,
  },
];

const [hello, tokenization, tokyo, mark, special] = pieces;

const ready = (...shown: readonly (ExplainedPiece | undefined)[]) =>
  ({
    phase: 'ready',
    pieces: shown.filter((piece) => piece !== undefined),
    rest: 0,
    busy: false,
  }) as const;

/** The states of the part, by name. */
export const mergesExhibits: Readonly<Record<string, MergePlayerProps>> = {
  full: { state: ready(...pieces) },
  'two tokens': { state: ready(tokenization, hello) },
  'parts of characters': { state: ready(tokyo) },
  'one byte': { state: ready(mark) },
  'special token': { state: ready(special) },
  'too long': {
    state: {
      ...ready({
        kind: 'too-long',
        from: 0,
        to: 100_000,
        fromByte: 0,
        toByte: 100_000,
        bytes: encoder.encode(' '.repeat(32)),
        limit: 256,
      }),
    },
  },
  'not reached': { state: ready({ ...(hello as MergedPiece), steps: [], ids: [31373], reached: false }) },
  'first pieces only': { state: { ...ready(...pieces), rest: 12_345, busy: true } },
  empty: { state: ready() },
  loading: { state: { phase: 'loading' } },
  failed: {
    state: {
      phase: 'failed',
      sentence: 'A background worker stopped. Your text is kept.',
      onRetry: () => undefined,
    },
  },
};
