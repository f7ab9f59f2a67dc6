import type { Coding } from './site.ts';

/** Smallest first. */
const preference: readonly Coding[] = ['br', 'gzip', 'identity'];

/**
 * The packing to answer with: the heaviest weight among those on offer wins, ties go to the smaller body.
 * A plain body is acceptable unless it is refused by name or by `*;q=0` (RFC 9110, §12.5.3), and it is what
 * is sent when nothing on offer is acceptable, as the same section allows.
 */
export function chooseCoding(acceptEncoding: string | undefined, offered: Iterable<Coding>): Coding {
  const weights = parseWeights(acceptEncoding ?? '');
  const available = new Set(offered);
  let best: Coding = 'identity';
  let bestWeight = 0;
  for (const coding of preference) {
    if (!available.has(coding)) continue;
    const weight = weights.get(coding) ?? weights.get('*') ?? (coding === 'identity' ? 0.001 : 0);
    if (weight > bestWeight) {
      best = coding;
      bestWeight = weight;
    }
  }
  return best;
}

function parseWeights(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    if (!name) continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(weight) ? weight : 0);
  }
  return weights;
}
