import type { PartialStatus, PartialTrace, Interval } from '../../../../core/partial/partial-trace.ts';
import type { KnownToken } from '../../../../core/partial/partial-distribution.ts';
import type { Probability } from '../../../../core/numbers/units.ts';

/** One token that the provider told of. */
export interface LiveRow {
  /** Place in the provider's list. */
  readonly index: number;
  readonly token: KnownToken;
  readonly model: Probability;
  readonly final: Interval;
  readonly status: PartialStatus;
  /** It is known only because it was drawn: tokens between it and the list are not. */
  readonly outside: boolean;
}

export interface LiveTable {
  readonly rows: readonly LiveRow[];
  /** Listed tokens that the drawing leaves out, summed exactly. */
  readonly more: { readonly tokens: number; readonly model: Probability };
  /** Largest probability that is drawn. */
  readonly largest: Probability;
}

/** The first `count` of the list as it came, and the picked one. */
export function liveRows(trace: PartialTrace, count: number, picked: number | undefined): LiveTable {
  const { known, outside } = trace.source;
  const shown = known.map((_, index) => index).filter((index) => index < count || index === picked);
  const rows = shown.map((index): LiveRow => {
    const { model, final, status } = trace.tokens[index]!;
    return { index, token: known[index]!, model, final, status, outside: index === outside };
  });
  const isShown = new Set(shown);
  const left = trace.tokens.filter((_, index) => !isShown.has(index));
  return {
    rows,
    more: { tokens: left.length, model: left.reduce((sum, { model }) => sum + model, 0) },
    largest: rows.reduce(
      (most, { model, final }) => Math.max(most, model, final.high),
      trace.remainder.model,
    ),
  };
}
