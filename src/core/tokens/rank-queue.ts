/** One more than the highest rank. */
const ranks = 1 << 18;

/**
 * The ranks that wait, to be taken in ascending order: none is added below one that was taken. A bit for each, and a bit for
 * each word of them, so that passing over what is not there is cheap; and the first of each rank's list, for who keeps one.
 */
export class RankQueue {
  /** Head of each rank's list; −1 when it has none. */
  readonly heads = new Int32Array(ranks).fill(-1);
  readonly #bits = new Int32Array(ranks >> 5);
  readonly #words = new Int32Array(ranks >> 10);
  #word = 0;

  add(rank: number): void {
    const word = rank >> 5;
    this.#bits[word]! |= 1 << (rank & 31);
    this.#words[word >> 5]! |= 1 << (word & 31);
  }

  /** The lowest rank, which does not wait any more; −1 when there is none, and the queue is as new. */
  take(): number {
    let group = this.#word;
    while (group < this.#words.length && this.#words[group] === 0) group += 1;
    if (group === this.#words.length) {
      this.#word = 0;
      return -1;
    }
    this.#word = group;
    const word = (group << 5) + lowest(this.#words[group]!);
    const bits = this.#bits[word]!;
    const bit = lowest(bits);
    this.#bits[word] = bits & (bits - 1);
    if (this.#bits[word] === 0) this.#words[group]! &= this.#words[group]! - 1;
    return (word << 5) + bit;
  }
}

/** Index of the lowest bit that is set. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
