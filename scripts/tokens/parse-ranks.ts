/** Token bytes as a Latin-1 string → rank, from js-tiktoken's lines of `! firstRank base64 base64 …`. */
export function parseRanks(bpeRanks: string): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const line of bpeRanks.split('\n')) {
    if (line === '') continue;
    const [, first, ...tokens] = line.split(' ');
    tokens.forEach((token, i) =>
      ranks.set(Buffer.from(token, 'base64').toString('latin1'), Number(first) + i),
    );
  }
  return ranks;
}
