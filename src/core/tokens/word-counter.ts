import { segmentsFrom } from './segments-from.ts';
import { wordClass, wordClasses } from './word-classes.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const { unknown, other, letter, digit, joining, betweenLetters, betweenDigits, betweenBoth } = wordClass;

/** UTF-16 units of a word that are looked at again, at most, when what follows has to be asked for. */
const longWord = 4096;

/**
 * Counts the words of a text from its start on, as Intl.Segmenter does. That takes seconds for a megabyte, so it is asked
 * only where there are other scripts than a few common ones, from the last sure border on.
 */
export class WordCounter {
  readonly #text: string;
  readonly #classes = wordClasses(segmenter);
  readonly #isBorder = (at: number): boolean => this.#class(at) === other;
  #at = 0;
  count = 0;
  /** Class of the unit before when that is in a word, else `other`. */
  #before: number = other;
  /** Whether the word at hand is counted: a single `_` is none. */
  #counted = false;
  /** The last sure border, and the words before it. */
  #border = 0;
  #countThere = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes on to UTF-16 offset `to`, or some way beyond it. */
  advance(to: number): void {
    while (this.#at < to) {
      const c = this.#class(this.#at);
      if (c === unknown) this.#segment();
      else {
        if (c === other) {
          this.#border = this.#at;
          this.#countThere = this.count;
          this.#before = other;
        } else if (c === letter || c === digit || c === joining) this.#goOn(c);
        else if (!this.#joins(c)) this.#before = other;
        this.#at += 1;
      }
    }
  }

  #goOn(c: number): void {
    if (this.#before === other) this.#counted = false;
    if (!this.#counted && (c !== joining || this.#before !== other)) {
      this.count += 1;
      this.#counted = true;
    }
    this.#before = c;
  }

  /** Whether what is between is between two letters or two digits that it joins. */
  #joins(c: number): boolean {
    const after = this.#class(this.#at + 1);
    if (after !== this.#before) return false;
    if (after === letter) return c === betweenLetters || c === betweenBoth;
    return after === digit && (c === betweenDigits || c === betweenBoth);
  }

  #segment(): void {
    const isNear = this.#at - this.#border < longWord;
    const from = isNear ? this.#border : this.#at;
    if (isNear) this.count = this.#countThere;
    const { count, end } = segmentsFrom(segmenter, this.#text, from, this.#isBorder);
    this.count += count;
    this.#at = end;
    this.#border = end;
    this.#countThere = this.count;
    this.#before = other;
  }

  #class(at: number): number {
    return at < this.#text.length ? this.#classes[this.#text.charCodeAt(at)]! : other;
  }
}
