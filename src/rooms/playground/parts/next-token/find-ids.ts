import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';

/**
 * Ids of all tokens that a query means, best first: the id itself (`#812` or `812`), tokens that are the query
 * (with or without the space before a word), that begin with it, that contain it; capitals make no difference to ASCII.
 * `·` stands for a space, `⏎` for a line break, `⇥` for a tab, and `E3 81` for two bytes.
 */
export function findIds(vocabulary: VocabularyBytes, query: string): readonly TokenId[] {
  const id = /^\s*#?(\d+)\s*$/.exec(query)?.[1];
  const byId = id !== undefined && Number(id) < vocabulary.size ? [Number(id)] : [];
  if (query.trim().startsWith('#')) return byId;
  const special = vocabulary.special.filter(({ token }) => query.length > 1 && token.includes(query));
  const texts = search(vocabulary, new TextEncoder().encode(spaces(query)));
  const bytes = /^\s*[0-9a-f]{2}(\s+[0-9a-f]{2})*\s*$/i.test(query)
    ? search(vocabulary, hexBytes(query))
    : [];
  return [...new Set([...byId, ...special.map((entry) => entry.id), ...texts, ...bytes])];
}

function spaces(query: string): string {
  return query.replaceAll('·', ' ').replaceAll('⏎', '\n').replaceAll('⇥', '\t');
}

function hexBytes(query: string): Uint8Array {
  return Uint8Array.from(query.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16));
}

/** Rank of a match: 0 the token itself, 1 after its leading space, 2 at the beginning, 3 after the space, 4 inside. */
function search({ bytes, offsets, size }: VocabularyBytes, needle: Uint8Array): TokenId[] {
  const ranks: TokenId[][] = [[], [], [], [], []];
  if (needle.length === 0) return [];
  const folded = needle.map(fold);
  const first = folded[0]!;
  for (let id = 0; id < size; id++) {
    const from = offsets[id]!;
    const to = offsets[id + 1]!;
    for (let at = from; at + folded.length <= to; at++) {
      if (fold(bytes[at]!) !== first || !matches(bytes, at, folded)) continue;
      const afterSpace = at === from + 1 && bytes[from] === 0x20;
      const whole = at + folded.length === to;
      const rank = at === from ? (whole ? 0 : 2) : afterSpace ? (whole ? 1 : 3) : 4;
      ranks[rank]!.push(id);
      break;
    }
  }
  return ranks.flat();
}

function matches(bytes: Uint8Array, at: number, folded: Uint8Array): boolean {
  for (let index = 1; index < folded.length; index++) {
    if (fold(bytes[at + index]!) !== folded[index]) return false;
  }
  return true;
}

/** ASCII capitals as small letters; other bytes as they are. */
function fold(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte;
}
