import {
  exhibitSize,
  exhibitStages,
  exhibitTrace,
  exhibitVocabulary,
} from '../../selectors/exhibit-world.ts';
import type { NextTokenProps } from './next-token.tsx';

type Shown = Pick<NextTokenProps, 'state' | 'pick' | 'activeId' | 'pinned' | 'scale' | 'rows'>;

const vocabulary = exhibitVocabulary();
const still = { pick: undefined, activeId: undefined, pinned: [], scale: 'linear', rows: 12 } as const;
const ready = (trace = exhibitTrace(exhibitStages)) =>
  ({ phase: 'ready', trace, maker: 'trigram', vocabulary, atStart: false }) as const;
const everyId = Array.from({ length: exhibitSize }, (_, id) => id);

/** The states of the part, by name. */
export const nextTokenExhibits: Readonly<Record<string, Shown>> = {
  full: { ...still, state: ready(), pick: 2, activeId: 4 },
  logarithmic: { ...still, state: ready(), pick: 2, scale: 'log' },
  'forty rows': { ...still, state: ready(), rows: 40, pick: 0 },
  pinned: { ...still, state: ready(), pinned: [40, 38], pick: 1 },
  'Japanese bytes': {
    ...still,
    state: ready(exhibitTrace([], (id) => (id >= 30 && id <= 41 ? 0.5 ** (id - 30) : 1e-6))),
    pick: 40,
  },
  'one token': {
    ...still,
    state: ready(exhibitTrace([{ stage: 'temperature', temperature: 0 }])),
    pick: 0,
  },
  'all banned': {
    ...still,
    state: ready(
      exhibitTrace([
        {
          stage: 'logit-bias',
          bias: Object.fromEntries(everyId.map((id) => [id, Number.NEGATIVE_INFINITY])),
        },
      ]),
    ),
    pick: 0,
  },
  lifted: {
    ...still,
    state: ready(exhibitTrace([{ stage: 'logit-bias', bias: Object.fromEntries([[43, 7]]) }])),
    pick: 43,
  },
  'at the start': { ...still, state: { ...ready(exhibitTrace([])), atStart: true }, pick: 3 },
  'no vocabulary': { ...still, state: { ...ready(), vocabulary: undefined } },
  loading: { ...still, state: { phase: 'loading', what: 'model', share: 0.42 } },
  failed: {
    ...still,
    state: {
      phase: 'failed',
      sentence:
        'The model could not be loaded: the page is offline. Your text is kept. Connect, then try again.',
      onRetry: () => undefined,
    },
  },
};
