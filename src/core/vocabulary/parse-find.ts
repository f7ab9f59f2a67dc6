import type { TokenId } from '../numbers/units.ts';

/** What is looked for. Texts are in small letters: capitals make no difference but to a pattern. */
export type Find =
  | { readonly by: 'all' }
  | { readonly by: 'id'; readonly id: TokenId }
  /** Anywhere in a token; also the token with the id, and those with the bytes, that were written the same. */
  | {
      readonly by: 'text';
      readonly text: string;
      readonly id: TokenId | undefined;
      readonly bytes: Uint8Array | undefined;
    }
  | { readonly by: 'prefix'; readonly text: string }
  | { readonly by: 'bytes'; readonly bytes: Uint8Array }
  | { readonly by: 'pattern'; readonly pattern: RegExp };

/** Why nothing was looked for; the page has a sentence for each that says what would be accepted. */
export type FindRefusal =
  | { readonly reason: 'no-such-id'; readonly id: string; readonly last: TokenId }
  | { readonly reason: 'flags'; readonly flags: string; readonly accepted: string }
  /** `message` is JavaScript's own, in English. */
  | { readonly reason: 'pattern'; readonly message: string }
  | { readonly reason: 'bytes'; readonly digits: string }
  | { readonly reason: 'too-slow'; readonly seconds: number };

export type ParsedFind =
  { readonly ok: true; readonly find: Find } | { readonly ok: false; readonly refusal: FindRefusal };

/** Flags that change what a pattern matches. `g` and `y` go on from match to match, `d` tells places. */
const acceptedFlags = 'imsuv';

/**
 * Reads what was typed: `#812` the id; `812` the id, and the digits; `^abc` the beginning; `E3 81` the bytes, and the
 * characters; `0xE3` or `0xE381` the bytes alone; `/…/i` a pattern; anything else a text. In texts `·` stands for a
 * space, `⏎` for a line feed, `⇥` for a tab. `size`: number of ids.
 */
export function parseFind(typed: string, size: number): ParsedFind {
  if (typed === '') return found({ by: 'all' });

  const numbered = /^\s*#(\d+)\s*$/.exec(typed)?.[1];
  if (numbered !== undefined) {
    const id = Number(numbered);
    if (id < size) return found({ by: 'id', id });
    return refused({ reason: 'no-such-id', id: numbered, last: size - 1 });
  }

  const [, source, flags = ''] = /^\/(.+)\/([a-z]*)$/su.exec(typed) ?? [];
  if (source !== undefined) return parsePattern(source, flags);

  const [, written] = /^\s*0x([0-9a-f]+)\s*$/i.exec(typed) ?? [];
  if (written !== undefined) {
    if (written.length % 2 === 1) return refused({ reason: 'bytes', digits: written });
    return found({ by: 'bytes', bytes: bytesOf(written) });
  }

  const text = small(typed);
  if (text.startsWith('^') && text.length > 1) return found({ by: 'prefix', text: text.slice(1) });

  const digits = /^\s*(\d+)\s*$/.exec(typed)?.[1];
  const id = digits !== undefined && Number(digits) < size ? Number(digits) : undefined;
  const pairs = /^\s*[0-9a-f]{2}(\s+[0-9a-f]{2})+\s*$/i.test(typed);
  const bytes = pairs ? bytesOf(typed.replaceAll(/\s+/g, '')) : undefined;
  return found({ by: 'text', text, id, bytes });
}

function parsePattern(source: string, flags: string): ParsedFind {
  const given = [...flags];
  if (given.some((flag) => !acceptedFlags.includes(flag)) || new Set(given).size < given.length)
    return refused({ reason: 'flags', flags, accepted: acceptedFlags });
  try {
    return found({ by: 'pattern', pattern: new RegExp(source, flags) });
  } catch (error) {
    return refused({ reason: 'pattern', message: error instanceof Error ? error.message : String(error) });
  }
}

function small(typed: string): string {
  return typed.replaceAll('·', ' ').replaceAll('⏎', '\n').replaceAll('⇥', '\t').toLowerCase();
}

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function found(find: Find): ParsedFind {
  return { ok: true, find };
}

function refused(refusal: FindRefusal): ParsedFind {
  return { ok: false, refusal };
}
