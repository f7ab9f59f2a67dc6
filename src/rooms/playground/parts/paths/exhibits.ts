import { exhibitPath } from './exhibit-path.ts';
import type { PathsProps } from './paths.tsx';

type Shown = Pick<PathsProps, 'state' | 'model' | 'canContinue' | 'cost' | 'n' | 'length'>;

const king = [' king', 0.31, 5822] as const;
const old = [' old', 0.18, 1468] as const;

/** Twenty paths: ten and seven that begin alike, some that end early, a part of a character, tokens not told of. */
const twenty = [
  ...Array.from({ length: 6 }, () => exhibitPath([king, [' who', 0.6, 508], [' had', 0.55, 550]])),
  ...Array.from({ length: 3 }, () => exhibitPath([king, [' who', 0.58, 508], [' lived', 0.2, 5615]])),
  exhibitPath([king, [',', 0.1, 11]], 'stop'),
  ...Array.from({ length: 4 }, () => exhibitPath([old, [' man', 0.4, 582], ['.', 0.05, 13]], 'stop')),
  ...Array.from({ length: 2 }, () => exhibitPath([old, [' woman', 0.35, 2415], ['\n\n', 0.02, 628]])),
  exhibitPath([old], 'content_filter'),
  exhibitPath([['0xE381', 0.001], '0x82', '日本']),
  exhibitPath([' certain', [' day', 0.3]], 'tool_calls'),
  exhibitPath([], 'stop'),
];

/** A hundred that go thirty ways, and one long stretch. */
const hundred = Array.from({ length: 100 }, (_, at) =>
  exhibitPath([
    [` word${at % 30}`, 1 / 30],
    ...Array.from({ length: at % 7 === 0 ? 60 : 3 }, (_, place) => [` ${at % 3}${place}`, 0.4] as const),
  ]),
);

const usual = {
  model: 'embedded/tiny',
  canContinue: true,
  cost: (n: number, length: number) => ({ calls: n, tokens: n * (12 + length) }),
  n: 20,
  length: 3,
};

/** The states of the part, by name. */
export const pathsExhibits: Readonly<Record<string, Shown>> = {
  full: { ...usual, state: { phase: 'done', paths: twenty } },
  'very full': { ...usual, n: 100, length: 60, state: { phase: 'done', paths: hundred } },
  running: { ...usual, state: { phase: 'running', done: 7, total: 20, paths: twenty.slice(3, 10) } },
  beginning: { ...usual, state: { phase: 'running', done: 0, total: 20, paths: [] } },
  'one path': { ...usual, n: 1, state: { phase: 'done', paths: twenty.slice(0, 1) } },
  'cannot continue': { ...usual, canContinue: false, n: 5, state: { phase: 'idle' } },
  empty: { ...usual, state: { phase: 'idle' } },
  'nothing came': { ...usual, state: { phase: 'done', paths: [] } },
  failed: {
    ...usual,
    state: {
      phase: 'failed',
      sentence: 'Too much was asked for: try again in 20 s. Your text is kept.',
      paths: twenty.slice(0, 4),
    },
  },
  'failed at once': {
    ...usual,
    state: { phase: 'failed', sentence: 'The provider refused this (400). Your text is kept.', paths: [] },
  },
};
