/**
 * Interpolated modified Kneser–Ney straight from the formulas of Chen & Goodman 1999, over Maps keyed by n-grams.
 * Slow and small: the oracle for tiny texts. `documents` hold no separators.
 */
export function referenceModel(
  documents: readonly (readonly number[])[],
  vocabularySize: number,
  separator: number,
): (history: readonly number[], id: number) => number {
  const sequences = documents.map((ids) => [separator, ...ids, separator]);
  const grams = (sequence: readonly number[], n: number): string[] =>
    sequence.slice(n - 1).map((_, i) => sequence.slice(i, i + n).join(' '));

  const triples = tally(sequences.flatMap((sequence) => grams(sequence, 3)));
  // Lower orders: the number of different ids before an n-gram; what begins a document has nothing before it.
  const pairs = tally([
    ...[...triples.keys()].map((gram) => gram.split(' ').slice(1).join(' ')),
    ...sequences.map((sequence) => sequence.slice(0, 2).join(' ')),
  ]);
  const singles = tally([...pairs.keys()].map((gram) => gram.split(' ')[1]!));
  const orders = [singles, pairs, triples].map((counts) => ({
    counts,
    followers: followersOf(counts),
    discounts: discounts([...counts.values()]),
  }));

  return function probability(history, id): number {
    const { counts, followers, discounts: d } = orders[history.length]!;
    const below = history.length === 0 ? 1 / vocabularySize : probability(history.slice(1), id);
    const seen = followers.get(history.join(' '));
    if (seen === undefined) return below;
    const total = seen.reduce((sum, count) => sum + count, 0);
    const gamma = seen.reduce((sum, count) => sum + d[Math.min(count, 3)]!, 0) / total;
    const count = counts.get([...history, id].join(' ')) ?? 0;
    return Math.max(count - d[Math.min(count, 3)]!, 0) / total + gamma * below;
  };
}

/** Counts of all that follows a history. */
function followersOf(counts: ReadonlyMap<string, number>): Map<string, number[]> {
  const followers = new Map<string, number[]>();
  for (const [gram, count] of counts) {
    const history = gram.split(' ').slice(0, -1).join(' ');
    followers.set(history, [...(followers.get(history) ?? []), count]);
  }
  return followers;
}

function tally(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/** D(0) to D(3+) of eq. 26. */
function discounts(counts: readonly number[]): number[] {
  const [n1, n2, n3, n4] = [1, 2, 3, 4].map((c) => counts.filter((count) => count === c).length);
  const y = n1! / (n1! + 2 * n2!);
  return [0, 1 - (2 * y * n2!) / n1!, 2 - (3 * y * n3!) / n2!, 3 - (4 * y * n4!) / n3!];
}
