import type { TokenId } from '../numbers/units.ts';
import { findSpecial } from './find-special.ts';
import type { TextSource } from './piece-reader.ts';

export interface SpecialAt {
  readonly token: string;
  /** UTF-16 offset. */
  readonly at: number;
}

/** UTF-16 units that are searched in a step. */
const unitsPerStep = 1 << 18;

/** All special tokens in a text that changes, in order. */
export class SpecialPlaces {
  readonly #special: ReadonlyMap<string, TokenId>;
  readonly #longest: number;
  #places: readonly SpecialAt[] = [];

  constructor(special: ReadonlyMap<string, TokenId>) {
    this.#special = special;
    this.#longest = Math.max(...[...special.keys()].map((token) => token.length));
  }

  get all(): readonly SpecialAt[] {
    return this.#places;
  }

  /** All in a new text, to be set when it takes the old one's place. */
  *findInSteps(text: string): Generator<void, readonly SpecialAt[], void> {
    const places: SpecialAt[] = [];
    for (let from = 0; from < text.length;) {
      let end = from + unitsPerStep;
      for (const place of this.#in(text.slice(from, end + this.#longest), from)) {
        if (place.at >= end) break;
        places.push(place);
        end = Math.max(end, place.at + place.token.length);
      }
      from = end;
      yield;
    }
    return places;
  }

  set(places: readonly SpecialAt[]): void {
    this.#places = places;
  }

  /** After UTF-16 [from, to) of the old text became [from, from + inserted) of `now`. */
  edit(from: number, to: number, inserted: number, now: TextSource): void {
    const shift = inserted - (to - from);
    const end = from + inserted;
    const windowFrom = Math.max(0, from - this.#longest);
    const around = now.read(windowFrom, Math.min(now.length, end + this.#longest));
    const old = this.#places;
    // No two special tokens overlap, so the ones that end before the edit come first and the rest after it.
    const before = old.filter(({ at, token }) => at + token.length <= from);
    const after = old.slice(before.length).filter(({ at }) => at >= to);
    const fresh = [...this.#in(around, windowFrom)].filter(
      ({ at, token }) => at < end && at + token.length > from,
    );
    this.#places = [...before, ...fresh, ...after.map(({ at, token }) => ({ token, at: at + shift }))];
  }

  *#in(text: string, offset: number): Generator<SpecialAt> {
    for (let found = findSpecial(this.#special, text, 0); found !== undefined;) {
      yield { token: found.token, at: found.at + offset };
      found = findSpecial(this.#special, text, found.at + found.token.length);
    }
  }
}
