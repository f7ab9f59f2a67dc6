/** Chances of a zero bit are kept in this many bits. */
export const chanceBits = 15;
/** A number's length in bits is below this: numbers run from 0 to 2^24 − 2. */
export const maxLength = 24;
/** Adaptive bits per context: the length in unary, and the two leading bits after it for every length. */
export const slotsPerContext = maxLength * 4;

/** A chance moves 1 / (seen + 1.5) of the way to the bit just seen, and at least 1 / 250. */
const maxSeen = 248;
export const rates = Uint16Array.from({ length: maxSeen + 1 }, (_, seen) => Math.floor(32768 / (seen + 1.5)));

/**
 * What is known about the next number in each context. The writer and the reader of a stream each own one and
 * change it in the same way after every bit, so that nothing about it is stored. Integers only: every machine agrees.
 */
export class NumberModel {
  /** Chance of a zero bit, in 1/32768, never 0 and never 32768. */
  readonly chances: Uint16Array;
  /** How many bits each chance has learnt from, an index into `rates`. */
  readonly seen: Uint8Array;

  constructor(contexts: number) {
    this.chances = new Uint16Array(contexts * slotsPerContext).fill(1 << (chanceBits - 1));
    this.seen = new Uint8Array(contexts * slotsPerContext);
  }

  /** Learns that the bit in `slot` was `bit`. */
  learn(slot: number, bit: number): void {
    const chance = this.chances[slot]!;
    const seen = this.seen[slot]!;
    const rate = rates[seen]!;
    this.chances[slot] =
      bit === 0 ? chance + (((32768 - chance) * rate) >> 15) : chance - ((chance * rate) >> 15);
    if (seen < maxSeen) this.seen[slot] = seen + 1;
  }
}
