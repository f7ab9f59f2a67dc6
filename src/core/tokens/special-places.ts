import type { TokenId } from '../numbers/units.ts';
import { findSpecial } from './find-special.ts';
import type { TextSource } from './piece-reader.ts';

export interface SpecialAt {
  readonly token: string;
  /** UTF-16 offset. */
  readonly at: number;
}

/** How many times a special token's characters stand in a text. */
export interface SpecialCount {
  readonly token: string;
  /** 1 or more. */
  readonly count: number;
}

/** One that moves with the text. */
type Place = { -readonly [Field in keyof SpecialAt]: SpecialAt[Field] };

/** A call with many more arguments overflows the stack. */
const mostArguments = 1000;

/** UTF-16 units that are searched in a step. */
const unitsPerStep = 1 << 18;

/** All special tokens in a text that changes, in order. */
export class SpecialPlaces {
  readonly #special: ReadonlyMap<string, TokenId>;
  readonly #longest: number;
  #places: Place[] = [];
  /** Kept beside the places, so that nobody goes through them all after each key. */
  #counts = new Map<string, number>();

  constructor(special: ReadonlyMap<string, TokenId>) {
    this.#special = special;
    this.#longest = Math.max(...[...special.keys()].map((token) => token.length));
  }

  get count(): number {
    return this.#places.length;
  }

  /** Those that are there, in the encoding's order. */
  counts(): SpecialCount[] {
    return Array.from(this.#special.keys(), (token) => ({
      token,
      count: this.#counts.get(token) ?? 0,
    })).filter(({ count }) => count > 0);
  }

  /** The first n as they are now, or all. */
  first(n = Infinity): SpecialAt[] {
    return this.#places.slice(0, n).map((place) => ({ ...place }));
  }

  /** All in a new text, to be set when it takes the old one's place. */
  *findInSteps(text: string): Generator<void, Place[], void> {
    const places: Place[] = [];
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

  set(places: Place[]): void {
    this.#places = places;
    this.#counts = new Map();
    this.#count(places, 1);
  }

  /** After UTF-16 [from, to) of the old text became [from, from + inserted) of `now`. */
  edit(from: number, to: number, inserted: number, now: TextSource): void {
    const shift = inserted - (to - from);
    const end = from + inserted;
    const windowFrom = Math.max(0, from - this.#longest);
    const around = now.read(windowFrom, Math.min(now.length, end + this.#longest));
    const places = this.#places;
    // No two special tokens overlap, so the ones that end before the edit come first, and the ones after it last.
    const before = this.#countWhere(({ at, token }) => at + token.length <= from);
    const after = Math.max(
      before,
      this.#countWhere(({ at }) => at < to),
    );
    const fresh = [...this.#in(around, windowFrom)].filter(
      ({ at, token }) => at < end && at + token.length > from,
    );
    this.#count(places.slice(before, after), -1);
    this.#count(fresh, 1);
    if (shift !== 0) for (let i = after; i < places.length; i++) places[i]!.at += shift;
    if (fresh.length > mostArguments)
      this.#places = [...places.slice(0, before), ...fresh, ...places.slice(after)];
    else if (fresh.length > 0 || after > before) places.splice(before, after - before, ...fresh);
  }

  #count(places: readonly SpecialAt[], each: 1 | -1): void {
    for (const { token } of places) this.#counts.set(token, (this.#counts.get(token) ?? 0) + each);
  }

  /** How many places come first of which `isBefore` holds. */
  #countWhere(isBefore: (place: SpecialAt) => boolean): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.#places[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  *#in(text: string, offset: number): Generator<Place> {
    for (let found = findSpecial(this.#special, text, 0); found !== undefined;) {
      yield { token: found.token, at: found.at + offset };
      found = findSpecial(this.#special, text, found.at + found.token.length);
    }
  }
}
