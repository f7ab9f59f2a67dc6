type Ints = Int32Array<ArrayBuffer>;

const initialRoom = 1 << 12;

/**
 * The pairs of neighbouring ids in a sequence, each with its places in ascending order.
 *
 * subtle: the places of a pair are only ever taken away once the merge that first made it is over: whatever a later merge
 * makes holds that merge's own, new id. So a list is filled from left to right and then only shrinks, its head is the pair's
 * first place at any time, and a pair is named by a number that is never looked up again.
 */
export class PairList {
  /** Number of pairs so far, those without a place included. */
  size = 0;
  left: Ints = new Int32Array(initialRoom);
  right: Ints = new Int32Array(initialRoom);
  /** Number of places. */
  count: Ints = new Int32Array(initialRoom);
  /** First place; −1 when there is none. */
  first: Ints = new Int32Array(initialRoom);
  #last: Ints = new Int32Array(initialRoom);
  /** The pair that begins at each place; −1 for none. */
  readonly at: Ints;
  readonly #later: Ints;
  readonly #earlier: Ints;

  /** For a sequence of so many places. */
  constructor(places: number) {
    this.at = new Int32Array(places).fill(-1);
    this.#later = new Int32Array(places);
    this.#earlier = new Int32Array(places);
  }

  add(left: number, right: number): number {
    const pair = this.size++;
    if (pair === this.left.length) this.#grow();
    this.left[pair] = left;
    this.right[pair] = right;
    this.count[pair] = 0;
    this.first[pair] = -1;
    this.#last[pair] = -1;
    return pair;
  }

  /** Puts a place, which has no pair and is after all of the pair's, into its list. */
  enter(place: number, pair: number): void {
    const last = this.#last[pair]!;
    this.at[place] = pair;
    this.#earlier[place] = last;
    this.#later[place] = -1;
    if (last < 0) this.first[pair] = place;
    else this.#later[last] = place;
    this.#last[pair] = place;
    this.count[pair]! += 1;
  }

  /** Takes a place out of its pair's list, where it is in one. */
  leave(place: number): void {
    const pair = this.at[place]!;
    if (pair < 0) return;
    const earlier = this.#earlier[place]!;
    const later = this.#later[place]!;
    if (earlier < 0) this.first[pair] = later;
    else this.#later[earlier] = later;
    if (later < 0) this.#last[pair] = earlier;
    else this.#earlier[later] = earlier;
    this.at[place] = -1;
    this.count[pair]! -= 1;
  }

  #grow(): void {
    const grown = (array: Ints): Ints => {
      const larger = new Int32Array(2 * array.length);
      larger.set(array);
      return larger;
    };
    this.left = grown(this.left);
    this.right = grown(this.right);
    this.count = grown(this.count);
    this.first = grown(this.first);
    this.#last = grown(this.#last);
  }
}
