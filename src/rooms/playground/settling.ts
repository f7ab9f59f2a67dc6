/** Waits for work that may be replaced by newer work meanwhile. */
export interface Settling {
  /** The newest; what it comes to is its own affair. */
  watch(work: Promise<void>): Promise<void>;
  /** Resolves when nothing is under way. */
  settle(): Promise<void>;
}

export function createSettling(): Settling {
  let newest: Promise<void> = Promise.resolve();
  return {
    watch: (work) => (newest = work),
    async settle() {
      let seen: Promise<void>;
      do {
        seen = newest;
        await seen;
      } while (seen !== newest);
    },
  };
}
