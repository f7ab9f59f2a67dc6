/**
 * Counts that several requests, and perhaps several servers, share. Every count forgets itself: a server that dies in the
 * middle of a request leaves nothing behind for ever.
 */
export interface CounterStore {
  /** Adds to a count and gives its new value; a new one lives for so many milliseconds. */
  add(name: string, amount: number, lifetime: number): Promise<number>;
}

/** For one server. `now` in milliseconds, from any fixed moment. */
export function memoryStore(now: () => number): CounterStore {
  const counts = new Map<string, { value: number; readonly dies: number }>();
  let swept = now();

  function sweep(): void {
    // Once a minute: a client that never comes back must not stay in memory.
    if (now() - swept < 60_000) return;
    swept = now();
    for (const [name, { dies }] of counts) if (dies <= swept) counts.delete(name);
  }

  return {
    async add(name, amount, lifetime) {
      sweep();
      const known = counts.get(name);
      if (known !== undefined && known.dies > now()) return (known.value += amount);
      counts.set(name, { value: amount, dies: now() + lifetime });
      return amount;
    },
  };
}
