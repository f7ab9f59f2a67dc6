import { singleByteCount } from '../tokens/vocabulary.ts';
import { cutText, type CutText } from './cut-text.ts';
import { bpeSizes, type LearnedBpe, type PreSplit } from './learned-bpe.ts';
import { PairHeap } from './pair-heap.ts';
import { PairList } from './pair-list.ts';

export interface TrainOptions {
  /** Ids in the vocabulary that is wanted, 256 to 8,192. */
  readonly size: number;
  readonly preSplit: PreSplit;
}

/**
 * Learns merges from a text as Karpathy's minbpe does (`BasicTokenizer`, or `RegexTokenizer` with GPT-2's pattern): from
 * bytes on, the most frequent pair of neighbours becomes one, again and again. Of equally frequent pairs it takes the one
 * that is met first in the sequence as it is then, as Python's `max` over a dict does. A pair that is met once still
 * merges; training ends early only where no two neighbours are left.
 *
 * A merge costs what it changes, not the text's length. Memory: some 25 bytes per byte of text.
 * In steps, so that a worker can be told to stop.
 */
export class BpeTrainer {
  /** Merges that are wanted. */
  readonly wanted: number;
  readonly #preSplit: PreSplit;
  readonly #text: CutText;
  readonly #ids: Uint16Array<ArrayBuffer>;
  /** Neighbours in the same piece; −1 at its ends. */
  readonly #next: Int32Array<ArrayBuffer>;
  readonly #previous: Int32Array<ArrayBuffer>;
  readonly #pairs: PairList;
  readonly #heap: PairHeap;
  readonly #merged: number[] = [];
  readonly #counts: number[] = [];
  /** Number of the pair of two bytes, left × 256 + right, while they are being counted; −1 for one not met. */
  readonly #ofBytes = new Int32Array(singleByteCount * singleByteCount).fill(-1);
  /** Bytes that are counted, and the piece that the last of them are of. */
  #read = 0;
  #pieceStart = 0;
  #pieceEnd = 0;
  /** The pair at work, −1 for none, and the id it becomes. */
  #pair = -1;
  #id: number = singleByteCount - 1;
  /** During one merge: the pair of each id before or after the new one; −1 for none yet. */
  readonly #withLeft: Int32Array<ArrayBuffer>;
  readonly #withRight: Int32Array<ArrayBuffer>;
  /** Number of the first pair that the merge at work makes. */
  #made = 0;

  /** RangeError for a size that is not a whole number from 256 to 8,192. */
  constructor(text: string, { size, preSplit }: TrainOptions) {
    if (!Number.isInteger(size) || size < bpeSizes.min || size > bpeSizes.max)
      throw new RangeError(
        `size is ${size}; whole numbers from ${bpeSizes.min} to ${bpeSizes.max} are accepted`,
      );
    this.wanted = size - singleByteCount;
    this.#preSplit = preSplit;
    this.#text = cutText(text, preSplit);
    const { length } = this.#text;
    this.#ids = new Uint16Array(length);
    this.#next = new Int32Array(length);
    this.#previous = new Int32Array(length);
    this.#pairs = new PairList(length);
    this.#heap = new PairHeap(this.#pairs);
    this.#withLeft = new Int32Array(size).fill(-1);
    this.#withRight = new Int32Array(size).fill(-1);
  }

  /** Merges so far, the one at work not included. */
  get done(): number {
    return this.#counts.length - (this.#pair < 0 ? 0 : 1);
  }

  /** Goes on for about `places` bytes counted or pairs merged; true when there is nothing left to do. */
  run(places: number): boolean {
    let left = places;
    while (left > 0) {
      if (this.#read < this.#text.length) left -= this.#countPiece(left);
      else if (this.#pair < 0 && !this.#choose()) return true;
      else left -= this.#merge(left);
    }
    return false;
  }

  /** What has been learned up to now. */
  learned(): LearnedBpe {
    return {
      preSplit: this.#preSplit,
      pairs: Uint32Array.from(this.#merged.slice(0, 2 * this.done)),
      counts: Uint32Array.from(this.#counts.slice(0, this.done)),
    };
  }

  /** Counts the pairs of the next piece, or of up to `most` bytes of it; returns how many bytes. */
  #countPiece(most: number): number {
    const { bytes, length, pieceEnd } = this.#text;
    const from = this.#read;
    if (from === this.#pieceEnd) {
      this.#pieceStart = from;
      this.#pieceEnd = pieceEnd(from);
    }
    const until = Math.min(this.#pieceEnd, from + most);
    for (let i = from; i < until; i++) {
      this.#ids[i] = bytes[i]!;
      this.#previous[i] = i > this.#pieceStart ? i - 1 : -1;
      if (i + 1 === this.#pieceEnd) this.#next[i] = -1;
      else {
        this.#next[i] = i + 1;
        this.#pairs.enter(i, this.#pairOfBytes(bytes[i]!, bytes[i + 1]!));
      }
    }
    this.#read = until;
    if (until === length) for (let pair = 0; pair < this.#pairs.size; pair++) this.#heap.add(pair);
    return until - from;
  }

  #pairOfBytes(left: number, right: number): number {
    const slot = left * singleByteCount + right;
    const known = this.#ofBytes[slot]!;
    return known >= 0 ? known : (this.#ofBytes[slot] = this.#pairs.add(left, right));
  }

  /** Chooses the next pair; false when there is none, or enough have been. */
  #choose(): boolean {
    if (this.#counts.length === this.wanted) return false;
    const pair = this.#heap.take();
    if (pair < 0) return false;
    this.#pair = pair;
    this.#id += 1;
    this.#made = this.#pairs.size;
    this.#merged.push(this.#pairs.left[pair]!, this.#pairs.right[pair]!);
    this.#counts.push(this.#pairs.count[pair]!);
    return true;
  }

  /** Merges the chosen pair at up to `most` places, from left to right; returns at how many, and one for its end. */
  #merge(most: number): number {
    const pairs = this.#pairs;
    let merged = 0;
    while (merged < most) {
      const place = pairs.first[this.#pair]!;
      if (place < 0) {
        for (let pair = this.#made; pair < pairs.size; pair++) {
          this.#withLeft[pairs.left[pair]!] = -1;
          this.#withRight[pairs.right[pair]!] = -1;
          this.#heap.add(pair);
        }
        this.#pair = -1;
        return merged + 1;
      }
      this.#mergeAt(place);
      merged += 1;
    }
    return merged;
  }

  #mergeAt(place: number): void {
    const pairs = this.#pairs;
    const id = this.#id;
    const gone = this.#next[place]!;
    const after = this.#next[gone]!;
    const before = this.#previous[place]!;
    pairs.leave(place);
    pairs.leave(gone);
    this.#ids[place] = id;
    this.#next[place] = after;
    if (after >= 0) {
      this.#previous[after] = place;
      pairs.enter(place, this.#pairAfter(this.#ids[after]!));
    }
    if (before >= 0) {
      pairs.leave(before);
      const left = this.#ids[before]!;
      pairs.enter(before, left === id ? this.#pairAfter(id) : this.#pairBefore(left));
    }
  }

  /** The pair of the new id and `right`. */
  #pairAfter(right: number): number {
    const known = this.#withRight[right]!;
    return known >= 0 ? known : (this.#withRight[right] = this.#pairs.add(this.#id, right));
  }

  /** The pair of `left`, an older id, and the new one. */
  #pairBefore(left: number): number {
    const known = this.#withLeft[left]!;
    return known >= 0 ? known : (this.#withLeft[left] = this.#pairs.add(left, this.#id));
  }
}
