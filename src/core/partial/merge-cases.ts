import type { Case } from './partial-state.ts';

/** Cases in which the same known tokens are left become one, in which all is possible that was possible in any of them. */
export function mergeCases(cases: readonly Case[]): readonly Case[] {
  if (cases.length === 1) return cases;
  const merged = new Map<string, Case>();
  for (const one of cases) {
    const key = one.order.join(' ');
    const other = merged.get(key);
    merged.set(key, other === undefined ? one : hull(one, other));
  }
  return [...merged.values()];
}

function hull(a: Case, b: Case): Case {
  const bound =
    a.bound === undefined || b.bound === undefined
      ? undefined
      : { low: Math.min(a.bound.low, b.bound.low), high: Math.max(a.bound.high, b.bound.high) };
  return {
    order: a.order,
    count: { low: Math.min(a.count.low, b.count.low), high: Math.max(a.count.high, b.count.high) },
    bound,
  };
}
