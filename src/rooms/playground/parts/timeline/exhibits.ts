import { exhibitVocabulary } from '../../selectors/exhibit-world.ts';
import { exhibitHistory } from '../history/exhibits.ts';
import type { TimelineProps } from './timeline-body.tsx';

const vocabulary = exhibitVocabulary();

export const timelineExhibits: Readonly<Record<string, TimelineProps>> = {
  full: { entries: exhibitHistory(30), vocabulary },
  'means of neighbours': { entries: exhibitHistory(2000), vocabulary },
  'two tokens': { entries: exhibitHistory(2), vocabulary },
  empty: { entries: [], vocabulary },
};
