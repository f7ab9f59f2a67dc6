import { segmentsFrom } from './segments-from.ts';

/**
 * UTF-16 units that are a grapheme each wherever they stand side by side: nothing here joins what is before or after it
 * (Grapheme_Cluster_Break is Other, Control, LV or LVT in all of Unicode's versions), but for CR and LF.
 */
const plainRanges: readonly (readonly [number, number])[] = [
  [0x00, 0x7f],
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x377],
  [0x384, 0x38a],
  [0x391, 0x3a1],
  [0x3a3, 0x482],
  [0x48a, 0x52f],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff9d],
];

const isPlain = new Uint8Array(0x10000);
for (const [from, to] of plainRanges) isPlain.fill(1, from, to + 1);

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Counts the extended grapheme clusters of a text from its start on. Only what can join is given to Intl.Segmenter. */
export class GraphemeCounter {
  readonly #text: string;
  readonly #isBorder = (at: number): boolean => this.#isPlain(at - 1) && this.#isPlain(at);
  #at = 0;
  /** Whether `#at` is known to be a border although the units at both sides are not plain. */
  #border = true;
  count = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes on to UTF-16 offset `to`, or some way beyond it. */
  advance(to: number): void {
    const text = this.#text;
    while (this.#at < to) {
      const unit = text.charCodeAt(this.#at);
      if (isPlain[unit] === 1) {
        if (unit !== 0x0a || this.#at === 0 || text.charCodeAt(this.#at - 1) !== 0x0d) this.count += 1;
        this.#at += 1;
        this.#border = false;
      } else this.#segment();
    }
  }

  #segment(): void {
    let from = this.#at;
    // The unit before may go with this one, unless it is a control, after which there always is a border.
    if (!this.#border && this.#text.charCodeAt(from - 1) >= 0x20) {
      from -= 1;
      this.count -= 1;
    }
    const { count, end } = segmentsFrom(segmenter, this.#text, from, this.#isBorder);
    this.count += count;
    this.#at = end;
    this.#border = true;
  }

  #isPlain(at: number): boolean {
    return isPlain[this.#text.charCodeAt(at)] === 1;
  }
}
