import type { Probability } from '../../../../core/numbers/units.ts';

export const scaleKinds = ['linear', 'log'] as const;
export type ScaleKind = (typeof scaleKinds)[number];

export interface BarScale {
  readonly kind: ScaleKind;
  /** Probability at the right end. */
  readonly end: Probability;
  /** Probability at the left end: 0, or the smallest that a logarithmic bar can show. */
  readonly start: Probability;
  /** Share of the width, 0 to 1. */
  readonly length: (probability: Probability) => number;
}

/** Steps on which a linear scale ends, so that it changes rarely while a slider moves. */
const ends = [0.1, 0.2, 0.3, 0.5, 1];
const decades = 6;

/** One scale for both bars of all rows. `largest` is the largest probability to be drawn, in [0, 1]. */
export function barScale(kind: ScaleKind, largest: Probability): BarScale {
  if (kind === 'log') {
    const start = 10 ** -decades;
    const length = (p: Probability) => (p <= start ? 0 : 1 + Math.log10(p) / decades);
    return { kind, start, end: 1, length };
  }
  const end = roundEnd(largest);
  return { kind, start: 0, end, length: (p) => Math.min(1, p / end) };
}

function roundEnd(largest: Probability): Probability {
  if (!(largest > 0)) return 1;
  const decade = 10 ** Math.ceil(Math.log10(largest));
  const end = ends.find((step) => step * decade >= largest * (1 - 1e-12)) ?? 1;
  return Math.min(1, end * decade);
}
