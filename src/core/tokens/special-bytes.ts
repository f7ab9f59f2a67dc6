import type { TokenId } from '../numbers/units.ts';

/** An encoding's special tokens as bytes (they are ASCII, and each begins with `<|`). */
export class SpecialBytes {
  readonly #tokens: readonly { readonly bytes: readonly number[]; readonly id: TokenId }[];

  constructor(special: ReadonlyMap<string, TokenId>) {
    this.#tokens = [...special].map(([text, id]) => ({
      bytes: Array.from(text, (c) => c.charCodeAt(0)),
      id,
    }));
  }

  /** Offset of the first special token that lies in [from, to) as a whole, or `to`. */
  find(bytes: Uint8Array, from: number, to: number): number {
    for (let p = bytes.indexOf(0x3c, from); p >= 0 && p < to; p = bytes.indexOf(0x3c, p + 1)) {
      if (bytes[p + 1] === 0x7c && this.at(bytes, p, to) !== undefined) return p;
    }
    return to;
  }

  /** The special token that begins at `p` and lies before `to`. */
  at(
    bytes: Uint8Array,
    p: number,
    to: number,
  ): { readonly length: number; readonly id: TokenId } | undefined {
    for (const { bytes: token, id } of this.#tokens) {
      if (p + token.length <= to && token.every((byte, i) => bytes[p + i] === byte)) {
        return { length: token.length, id };
      }
    }
    return undefined;
  }
}
