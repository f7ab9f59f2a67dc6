import { uniform } from '../../../src/core/sampling/rng.ts';

/** Documents of seeded ids below `words`, small ids far more often, each leaning on the one before it. */
export function zipfDocuments(seed: number, documents: number, length: number, words: number): number[][] {
  let index = 0;
  return Array.from({ length: documents }, () => {
    let last = 0;
    return Array.from({ length }, () => {
      const far = Math.floor(words * uniform(seed, index++) ** 3);
      last = uniform(seed, index++) < 0.5 ? far : (last * 7 + Math.floor(far / 4)) % words;
      return last;
    });
  });
}
