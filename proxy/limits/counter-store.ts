/**
 * Counts that several requests, and perhaps several servers, share. All of it forgets itself: a server that dies in the
 * middle of a request leaves nothing behind for ever. A store that cannot be reached rejects with `StoreUnavailable`.
 */
export interface CounterStore {
  /** Adds a whole number to a count and gives its new value; a new one lives for so many milliseconds. */
  add(name: string, amount: number, lifetime: number): Promise<number>;
  /** Takes a place, or keeps it for longer; gives how many are taken. One that is not kept for so many milliseconds is free again. */
  hold(name: string, holder: string, lifetime: number): Promise<number>;
  /** Gives a place back. */
  release(name: string, holder: string): Promise<void>;
}

/** The counts are somewhere else, and did not answer in time. */
export class StoreUnavailable extends Error {}

/** For one server. `now` in milliseconds, from any fixed moment. */
export function memoryStore(now: () => number): CounterStore {
  const counts = new Map<string, { value: number; readonly dies: number }>();
  /** Of each place the moment at which it is free again. */
  const places = new Map<string, Map<string, number>>();
  let swept = now();

  function sweep(): void {
    // Once a minute: a client that never comes back must not stay in memory.
    if (now() - swept < 60_000) return;
    swept = now();
    for (const [name, { dies }] of counts) if (dies <= swept) counts.delete(name);
    for (const name of places.keys()) taken(name);
  }

  /** How many places are taken, without those that were forgotten. */
  function taken(name: string): number {
    const holders = places.get(name);
    if (holders === undefined) return 0;
    for (const [holder, dies] of holders) if (dies <= now()) holders.delete(holder);
    if (holders.size === 0) places.delete(name);
    return holders.size;
  }

  return {
    async add(name, amount, lifetime) {
      sweep();
      const known = counts.get(name);
      if (known !== undefined && known.dies > now()) return (known.value += amount);
      counts.set(name, { value: amount, dies: now() + lifetime });
      return amount;
    },
    async hold(name, holder, lifetime) {
      sweep();
      const holders = places.get(name) ?? new Map<string, number>();
      places.set(name, holders.set(holder, now() + lifetime));
      return taken(name);
    },
    async release(name, holder) {
      places.get(name)?.delete(holder);
      taken(name);
    },
  };
}
