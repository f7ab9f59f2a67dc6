import type { TokenId } from '../../core/numbers/units.ts';
import { drawFromTrace } from '../../core/sampling/draw.ts';
import type { Trace } from '../../core/sampling/trace.ts';
import type { PlaygroundState } from './playground-state.ts';

const known = new WeakMap<Trace, { readonly u: number; readonly id: TokenId }>();

/** The token under the needle; undefined before there is a distribution. Several parts ask for the same one. */
export function pickOf({ trace, u }: PlaygroundState): TokenId | undefined {
  if (trace === undefined) return undefined;
  const last = known.get(trace);
  if (last?.u === u) return last.id;
  const id = drawFromTrace(trace, u);
  known.set(trace, { u, id });
  return id;
}
