import { createComparer } from './comparer.ts';
import { createInsideWatcher } from './inside-watcher.ts';
import { createSurpriseWatcher } from './surprise-watcher.ts';

/** What works beside the room when it is wanted, as one file of the page. */
export const helpers = {
  comparer: createComparer,
  inside: createInsideWatcher,
  surprise: createSurpriseWatcher,
};
