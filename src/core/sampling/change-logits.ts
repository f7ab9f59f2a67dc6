import type { Logit, TokenId } from '../numbers/units.ts';
import { FaultError, fault } from '../../../shared/fault.ts';
import { Candidates } from './candidates.ts';
import type { StageContext, StageOutcome } from './outcome.ts';

interface Change {
  readonly id: TokenId;
  /** Position before which the token goes, or which it leaves. */
  readonly at: number;
  /** −Infinity when it leaves. */
  readonly logit: Logit;
  readonly arrives: boolean;
}

/**
 * Gives a few tokens new logits and merges them back into place: linear copying, no new sort.
 * A new logit of −Infinity removes. When nothing would be left, the best token stays as it was.
 *
 * @param changes new logit by id, computed from `context.logitOf`.
 * @throws FaultError `out-of-range` when a finite logit becomes infinite or NaN without being banned.
 */
export function changeLogits(
  candidates: Candidates,
  changes: ReadonlyMap<TokenId, Logit>,
  context: StageContext,
): StageOutcome {
  const events: Change[] = [];
  const removed: TokenId[] = [];
  for (const [id, logit] of changes) {
    const before = context.logitOf(id);
    if (Number.isNaN(logit) || logit === Infinity) {
      throw new FaultError(
        fault(
          'out-of-range',
          `the new logit of token ${String(id)} leaves the range of numbers: ${String(before)} became ${String(logit)}`,
          { id },
        ),
      );
    }
    if (before === logit && logit !== -Infinity) continue;
    const at = candidates.position(before, id);
    if (at >= candidates.kept || candidates.order[at] !== id) continue; // removed by an earlier stage
    events.push({ id, at, logit, arrives: false });
    if (logit === -Infinity) removed.push(id);
    else events.push({ id, at: candidates.position(logit, id), logit, arrives: true });
  }
  if (events.length === 0) return { candidates, removed, note: undefined };
  events.sort(inPlace);
  const next = merge(candidates, events, candidates.kept - removed.length);
  if (next.finite === 0) return bestAlone(candidates);
  return { candidates: next, removed, note: undefined, revalue: (id, before) => changes.get(id) ?? before };
}

/** By position; at one position arrivals come first, the larger logit and then the smaller id before the others. */
function inPlace(a: Change, b: Change): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.arrives !== b.arrives) return a.arrives ? -1 : 1;
  return b.logit - a.logit || a.id - b.id;
}

function merge(candidates: Candidates, events: readonly Change[], kept: number): Candidates {
  const { order, logits } = candidates;
  const nextOrder = new Uint32Array(kept);
  const nextLogits = new Float64Array(kept);
  let from = 0;
  let to = 0;
  const copyUntil = (end: number): void => {
    const count = end - from;
    if (count > 32) {
      nextOrder.set(order.subarray(from, end), to);
      nextLogits.set(logits.subarray(from, end), to);
    } else {
      for (let i = 0; i < count; i++) {
        nextOrder[to + i] = order[from + i]!;
        nextLogits[to + i] = logits[from + i]!;
      }
    }
    to += count;
    from = end;
  };
  for (const event of events) {
    copyUntil(event.at);
    if (event.arrives) {
      nextOrder[to] = event.id;
      nextLogits[to] = event.logit;
      to++;
    } else {
      from++;
    }
  }
  copyUntil(candidates.kept);
  return new Candidates(nextOrder, nextLogits, kept, candidates.sorted);
}

function bestAlone(candidates: Candidates): StageOutcome {
  return {
    candidates: candidates.cut(1),
    removed: candidates.order.subarray(1, candidates.kept),
    note: 'kept-best',
  };
}
