/**
 * The single bytes in id order (ids 0 to 255) and, for each later token in id order, the pair of ids that merges to it.
 * A token's pair is what the merge loop leaves of its bytes when only earlier ranks may merge.
 */
export function mergePairs(ranks: ReadonlyMap<string, number>): {
  singleBytes: number[];
  pairs: [number, number][];
} {
  const singleBytes: number[] = [];
  const pairs: [number, number][] = [];
  for (const [token, rank] of [...ranks].sort((a, b) => a[1] - b[1])) {
    if (token.length === 1) {
      singleBytes.push(token.charCodeAt(0));
      continue;
    }
    const parts = mergeBelow(token, rank, ranks);
    if (parts.length !== 2) throw new Error(`token ${rank} is not the merge of one pair`);
    pairs.push([ranks.get(parts[0]!)!, ranks.get(parts[1]!)!]);
  }
  if (
    singleBytes.some((byte, id) => ranks.get(String.fromCharCode(byte)) !== id) ||
    singleBytes.length !== 256
  ) {
    throw new Error('ids 0 to 255 are not the 256 single bytes');
  }
  return { singleBytes, pairs };
}

function mergeBelow(token: string, limit: number, ranks: ReadonlyMap<string, number>): string[] {
  const parts = token.split('');
  for (;;) {
    let best = limit;
    let at = -1;
    for (let i = 0; i + 1 < parts.length; i++) {
      const rank = ranks.get(parts[i]! + parts[i + 1]!) ?? limit;
      if (rank < best) [best, at] = [rank, i];
    }
    if (at < 0) return parts;
    parts.splice(at, 2, parts[at]! + parts[at + 1]!);
  }
}
