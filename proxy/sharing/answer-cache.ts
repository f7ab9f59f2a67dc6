export interface CacheSettings {
  /** For how long an answer is given again. */
  readonly seconds: number;
  /** How many are kept; the one that nobody asked for longest goes first. */
  readonly entries: number;
}

/** An answer that has come whole. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface AnswerCache {
  get(key: string): WholeAnswer | undefined;
  put(key: string, answer: WholeAnswer): void;
}

/** Bytes of all bodies and keys together, and of one of them at most. */
const mostBytes = 64_000_000;
const mostOfOne = 4_000_000;

/** Answers for a while, in memory. `now` in milliseconds, from any fixed moment. */
export function answerCache({ seconds, entries }: CacheSettings, now: () => number): AnswerCache {
  /** In the order in which they were last asked for. */
  const kept = new Map<string, { readonly answer: WholeAnswer; readonly dies: number }>();
  let bytes = 0;
  // A key is kept as UTF-16.
  const sizeOf = (key: string, answer: WholeAnswer): number => answer.body.length + 2 * key.length;

  function drop(key: string): void {
    const known = kept.get(key);
    if (known === undefined) return;
    kept.delete(key);
    bytes -= sizeOf(key, known.answer);
  }

  return {
    get(key) {
      const known = kept.get(key);
      if (known === undefined) return undefined;
      if (known.dies <= now()) {
        drop(key);
        return undefined;
      }
      kept.delete(key);
      kept.set(key, known);
      return known.answer;
    },
    put(key, answer) {
      drop(key);
      const size = sizeOf(key, answer);
      if (size > mostOfOne) return;
      kept.set(key, { answer, dies: now() + seconds * 1000 });
      bytes += size;
      for (const oldest of kept.keys()) {
        if (kept.size <= entries && bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
