import { entropy } from '../../../../core/numbers/entropy.ts';
import { exhibitTrace, exhibitVocabulary } from '../../selectors/exhibit-world.ts';
import type { HistoryEntry } from './history-marks.ts';
import type { HistoryProps } from './history.tsx';

type Shown = Pick<HistoryProps, 'entries' | 'vocabulary' | 'activeId'>;

const vocabulary = exhibitVocabulary();
const { model, final } = exhibitTrace([{ stage: 'top-k', k: 20 }]);

/** Entries that go through the ids in a fixed, uneven order; each fifteenth is taken by hand. */
export function exhibitHistory(length: number): readonly HistoryEntry[] {
  return Array.from({ length }, (_, index) => {
    const id = (index * index * 7 + index * 3) % 44;
    const by = index % 15 === 8 || final.probabilities[id] === 0 ? 'hand' : 'draw';
    const wave = 1 + 0.3 * Math.sin(index / 3);
    return {
      id,
      by,
      maker: index % 2 === 0 ? 'tiny' : 'trigram',
      model: model.probabilities[id]!,
      final: final.probabilities[id]!,
      entropy: entropy(model.probabilities) * wave,
    } as const;
  });
}

export const historyExhibits: Readonly<Record<string, Shown>> = {
  full: { entries: exhibitHistory(14), vocabulary, activeId: 10 },
  long: { entries: exhibitHistory(2000), vocabulary, activeId: undefined },
  'one token': { entries: exhibitHistory(1), vocabulary, activeId: undefined },
  'no vocabulary': { entries: exhibitHistory(5), vocabulary: undefined, activeId: undefined },
  empty: { entries: [], vocabulary, activeId: undefined },
};
