import type { Trace } from '../../../../core/sampling/trace.ts';
import { lastU, neighbourEdge } from './neighbour-edge.ts';

export interface NeedleKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

const moves: Readonly<Record<string, number>> = {
  ArrowRight: 0.001,
  ArrowUp: 0.001,
  ArrowLeft: -0.001,
  ArrowDown: -0.001,
  PageUp: 0.05,
  PageDown: -0.05,
};

/** Where a key puts the needle; undefined when the key is not one of its own. With Ctrl an arrow goes from token to token. */
export function needleKey(pressed: NeedleKey, u: number, trace: Trace | undefined): number | undefined {
  if (pressed.key === 'Home') return 0;
  if (pressed.key === 'End') return lastU;
  const move = moves[pressed.key];
  if (move === undefined) return undefined;
  if (pressed.ctrlKey && trace !== undefined) return neighbourEdge(trace, u, move > 0 ? 1 : -1);
  return Math.max(0, Math.min(lastU, Number((u + move).toFixed(9))));
}
