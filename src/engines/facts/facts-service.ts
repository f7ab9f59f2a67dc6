import { textFacts } from '../../core/tokens/text-facts.ts';
import type { Handlers } from '../rpc/server.ts';
import type { FactsCalls } from './calls.ts';

/** UTF-16 units between two reports of progress. */
const told = 1 << 18;

/** A worker's answers about texts, counted step by step. */
export function createFactsService(): Handlers<FactsCalls> {
  return {
    async count({ text }, { breathe, progress }) {
      const steps = textFacts(text);
      let step = steps.next();
      let next = told;
      while (step.done !== true) {
        if (step.value.done >= next) {
          progress(step.value);
          next += told;
        }
        await breathe();
        step = steps.next();
      }
      return step.value;
    },
  };
}
