import { everyToken, type VocabularyQuery } from '../../../../core/vocabulary/vocabulary-query.ts';
import { exhibitVocabulary } from './exhibit-vocabulary.ts';
import type { VocabularyBrowserProps } from './vocabulary-browser.tsx';

type Shown = Pick<VocabularyBrowserProps, 'state' | 'query' | 'busy'>;

const small = exhibitVocabulary();
const large = exhibitVocabulary(1000);

function ready(world: typeof small, change: Partial<VocabularyQuery> = {}, busy = false): Shown {
  const query = { ...everyToken, ...change };
  const { size, counts, rowOf } = world;
  const answer = world.find(query);
  const before = world.find(everyToken);
  const hits = answer.ok ? answer.ids : before.ok ? before.ids : new Uint32Array(0);
  const refusal = answer.ok ? undefined : answer.refusal;
  return { state: { phase: 'ready', size, counts, hits, rowOf, refusal }, query, busy };
}

function refused(refusal: Extract<Shown['state'], { phase: 'ready' }>['refusal'], find: string): Shown {
  const shown = ready(small);
  if (shown.state.phase !== 'ready') return shown;
  return { ...shown, state: { ...shown.state, refusal }, query: { ...everyToken, find } };
}

/** The states of the part, by name. */
export const vocabularyExhibits: Readonly<Record<string, Shown>> = {
  full: ready(small),
  'seventeen thousand': ready(large),
  'longest first': ready(large, { sorting: 'longest' }),
  'parts of characters': ready(small, { kinds: ['partial'] }),
  'one script': ready(small, { script: 'Kana' }),
  busy: ready(large, {}, true),
  'nothing found': ready(small, { find: 'queen', kinds: ['word'] }),
  'no such id': ready(small, { find: '#999999' }),
  'broken pattern': ready(small, { find: '/(/' }),
  'unknown flags': ready(small, { find: '/a/gx' }),
  'half a byte': ready(small, { find: '0xE38' }),
  'slow pattern': refused({ reason: 'too-slow', seconds: 2 }, '/(a+)+b/'),
  loading: { state: { phase: 'loading', share: 0.42 }, query: everyToken, busy: false },
  'loading, no end in sight': { state: { phase: 'loading' }, query: everyToken, busy: false },
  failed: {
    state: {
      phase: 'failed',
      sentence:
        'o200k_base could not be fetched: there seems to be no connection. Your text is kept; try again when you are online.',
      onRetry: () => undefined,
    },
    query: everyToken,
    busy: false,
  },
};
