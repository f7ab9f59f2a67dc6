import type { PairList } from './pair-list.ts';

/**
 * The pairs by how often they are met, the most frequent first, of equals the one that is met first.
 *
 * Counts only fall, so a pair waits under the count it had when it was put here, and is put back under its newest when it
 * comes up with an old one. As its first place changes with its count alone, the order is exact.
 */
export class PairHeap {
  readonly #pairs: PairList;
  /** A binary heap of pair, count and first place, three numbers each. */
  #entries = new Int32Array(3 * 4096);
  #size = 0;

  constructor(pairs: PairList) {
    this.#pairs = pairs;
  }

  add(pair: number): void {
    const count = this.#pairs.count[pair]!;
    if (count === 0) return;
    if (3 * this.#size === this.#entries.length) {
      const larger = new Int32Array(2 * this.#entries.length);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#size += 1;
    this.#rise(this.#size - 1, pair, count, this.#pairs.first[pair]!);
  }

  /** Takes the foremost pair out; −1 when none has a place left. */
  take(): number {
    while (this.#size > 0) {
      const pair = this.#entries[0]!;
      const count = this.#entries[1]!;
      const now = this.#pairs.count[pair]!;
      if (now > 0 && now < count) {
        this.#sink(pair, now, this.#pairs.first[pair]!);
        continue;
      }
      this.#size -= 1;
      const last = 3 * this.#size;
      if (last > 0) this.#sink(this.#entries[last]!, this.#entries[last + 1]!, this.#entries[last + 2]!);
      if (now > 0) return pair;
    }
    return -1;
  }

  #rise(from: number, pair: number, count: number, first: number): void {
    const entries = this.#entries;
    let i = from;
    while (i > 0) {
      const above = (i - 1) >> 1;
      if (!before(count, first, entries[3 * above + 1]!, entries[3 * above + 2]!)) break;
      entries.copyWithin(3 * i, 3 * above, 3 * above + 3);
      i = above;
    }
    write(entries, i, pair, count, first);
  }

  /** Puts an entry where the foremost was. */
  #sink(pair: number, count: number, first: number): void {
    const entries = this.#entries;
    let i = 0;
    for (;;) {
      let below = 2 * i + 1;
      if (below >= this.#size) break;
      const other = 3 * below + 3;
      const has = below + 1 < this.#size;
      if (has && before(entries[other + 1]!, entries[other + 2]!, entries[other - 2]!, entries[other - 1]!))
        below += 1;
      if (!before(entries[3 * below + 1]!, entries[3 * below + 2]!, count, first)) break;
      write(entries, i, entries[3 * below]!, entries[3 * below + 1]!, entries[3 * below + 2]!);
      i = below;
    }
    write(entries, i, pair, count, first);
  }
}

function before(count: number, first: number, otherCount: number, otherFirst: number): boolean {
  return count > otherCount || (count === otherCount && first < otherFirst);
}

function write(entries: Int32Array, i: number, pair: number, count: number, first: number): void {
  entries[3 * i] = pair;
  entries[3 * i + 1] = count;
  entries[3 * i + 2] = first;
}
