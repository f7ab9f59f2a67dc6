const encoder = new TextEncoder();
const gpt2Pattern = /'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

function pieces(text: string, preSplit: 'none' | 'gpt2'): number[][] {
  const parts = preSplit === 'none' ? [text] : (text.match(gpt2Pattern) ?? []);
  return parts.map((part) => [...encoder.encode(part)]);
}

function merge(ids: readonly number[], left: number, right: number, id: number): number[] {
  const merged: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] === left && ids[i + 1] === right) {
      merged.push(id);
      i += 1;
    } else merged.push(ids[i]!);
  }
  return merged;
}

/** minbpe's `train`, line by line: `[left, right, count]` of each merge. A Map keeps the order of insertion as a dict does. */
export function plainTrain(text: string, merges: number, preSplit: 'none' | 'gpt2'): number[][] {
  let chunks = pieces(text, preSplit);
  const learned: number[][] = [];
  for (let i = 0; i < merges; i++) {
    const stats = new Map<string, number>();
    for (const ids of chunks)
      for (let k = 1; k < ids.length; k++) {
        const pair = `${ids[k - 1]!} ${ids[k]!}`;
        stats.set(pair, (stats.get(pair) ?? 0) + 1);
      }
    let best = '';
    for (const [pair, count] of stats) if (best === '' || count > stats.get(best)!) best = pair;
    if (best === '') break;
    const [left, right] = best.split(' ').map(Number) as [number, number];
    chunks = chunks.map((ids) => merge(ids, left, right, 256 + i));
    learned.push([left, right, stats.get(best)!]);
  }
  return learned;
}

/** minbpe's `encode`: the merge that was learned first, of those that apply, everywhere; until none applies. */
export function plainEncode(text: string, learned: readonly number[][], preSplit: 'none' | 'gpt2'): number[] {
  return pieces(text, preSplit).flatMap((piece) =>
    learned.reduce((ids, [left, right], m) => merge(ids, left!, right!, 256 + m), piece),
  );
}
