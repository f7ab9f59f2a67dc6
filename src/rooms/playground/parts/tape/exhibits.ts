import { drawFromTrace } from '../../../../core/sampling/draw.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import { exhibitStages, exhibitTrace, exhibitVocabulary } from '../../selectors/exhibit-world.ts';
import type { TapeProps } from './tape.tsx';

type Shown = Pick<TapeProps, 'trace' | 'vocabulary' | 'u' | 'pick' | 'activeId'>;

const vocabulary = exhibitVocabulary();

function at(trace: Trace, u: number, activeId?: TokenId): Shown {
  return { trace, vocabulary, u, pick: drawFromTrace(trace, u), activeId };
}

export const tapeExhibits: Readonly<Record<string, Shown>> = {
  full: at(exhibitTrace(exhibitStages), 0.372, 2),
  flat: at(exhibitTrace([{ stage: 'temperature', temperature: 50 }]), 0.5),
  'one token': at(exhibitTrace([{ stage: 'temperature', temperature: 0 }]), 0.999),
  'a long tail': at(
    exhibitTrace([], (id) => 0.4 ** id),
    0.9995,
  ),
  'a sliver of rest': at(
    exhibitTrace([], (id) => (id < 4 ? 100 * 0.8 ** id : 0.01)),
    0.2,
  ),
  'no vocabulary': { ...at(exhibitTrace(exhibitStages), 0.372), vocabulary: undefined },
  empty: { trace: undefined, vocabulary: undefined, u: 0.372, pick: undefined, activeId: undefined },
};
