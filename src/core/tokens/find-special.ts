import type { TokenId } from '../numbers/units.ts';

export interface SpecialPlace {
  readonly token: string;
  readonly id: TokenId;
  /** UTF-16 offset of its first character. */
  readonly at: number;
}

/** The first special token in `text` from UTF-16 offset `from` on, or undefined. Every one begins with `<|`. */
export function findSpecial(
  special: ReadonlyMap<string, TokenId>,
  text: string,
  from: number,
): SpecialPlace | undefined {
  for (let at = text.indexOf('<|', from); at >= 0; at = text.indexOf('<|', at + 2)) {
    for (const [token, id] of special) if (text.startsWith(token, at)) return { token, id, at };
  }
  return undefined;
}
