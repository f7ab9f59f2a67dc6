import type { Playground } from '../playground.ts';

/** Resolves when the newest prediction is there. */
export function quiet({ store }: Playground): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      const { prediction, document } = store.getState();
      if (prediction.phase === 'done' && prediction.value.reading.document === document) {
        unsubscribe();
        resolve();
      }
    };
    const unsubscribe = store.subscribe(check);
    queueMicrotask(check);
  });
}

/** Resolves when a condition holds; looks again after each turn of the event loop. */
export async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}
