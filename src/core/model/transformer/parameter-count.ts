import type { TransformerManifest } from './manifest.ts';

/** Numbers that were learned; the token table, which reads and scores, counts once. */
export function parameterCount({
  vocabularySize,
  contextLength,
  width: d,
  layers,
}: TransformerManifest): number {
  const layer = 2 * 2 * d + (3 * d * d + 3 * d) + (d * d + d) + (4 * d * d + 4 * d) + (4 * d * d + d);
  return (vocabularySize + contextLength) * d + layers * layer + 2 * d;
}
