import { FaultError, fault } from '../../../shared/fault.ts';
import { rank } from '../numbers/rank.ts';
import type { Logit } from '../numbers/units.ts';
import { Candidates } from './candidates.ts';

/** A model's logits with their order: made once per step of the model and reused by every run on it. */
export interface Ranking {
  /** The array it was made from, to tell that it belongs to a run's logits. */
  readonly source: ArrayLike<Logit>;
  /** A copy by id, V entries. */
  readonly logits: Float64Array;
  /** Ids by falling logit, ties by rising id, V entries. */
  readonly order: Uint32Array;
  /** All of the vocabulary, before any stage. */
  readonly candidates: Candidates;
  /** Softmax of the logits by id, V entries; computed when first asked for. */
  readonly probabilities: Float64Array;
}

/**
 * @throws FaultError `out-of-range` when there is no logit or none is above −Infinity, `not-a-number` when one is NaN
 * or +Infinity.
 */
export function createRanking(logits: ArrayLike<Logit>): Ranking {
  if (logits.length === 0)
    throw new FaultError(fault('out-of-range', 'no logits: one per token of the vocabulary is needed'));
  for (let i = 0; i < logits.length; i++) {
    if (!(logits[i]! < Infinity)) {
      throw new FaultError(
        fault(
          'not-a-number',
          `logit ${String(i)} is ${String(logits[i])}; a finite number or −Infinity is accepted`,
          { index: i },
        ),
      );
    }
  }
  const copy = new Float64Array(logits);
  const order = rank(copy);
  const sorted = new Float64Array(copy.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = copy[order[i]!]!;
  if (sorted[0] === -Infinity) {
    throw new FaultError(
      fault('out-of-range', 'every logit is −Infinity, so no token can be drawn; one finite logit is needed'),
    );
  }
  const candidates = new Candidates(order, sorted, copy.length, false);
  let probabilities: Float64Array | undefined;
  return {
    source: logits,
    logits: copy,
    order,
    candidates,
    get probabilities() {
      probabilities ??= probabilitiesById(candidates, copy.length);
      return probabilities;
    },
  };
}

const known = new WeakMap<ArrayLike<Logit>, Ranking>();

/** The ranking of these logits: the one made before for this array, as long as its numbers are still the same. */
export function rankingOf(logits: ArrayLike<Logit>): Ranking {
  const before = known.get(logits);
  if (before !== undefined && isCopy(before.logits, logits)) return before;
  const ranking = createRanking(logits);
  known.set(logits, ranking);
  return ranking;
}

function isCopy(copy: Float64Array, logits: ArrayLike<Logit>): boolean {
  if (copy.length !== logits.length) return false;
  for (let i = 0; i < copy.length; i++) if (copy[i] !== logits[i]) return false;
  return true;
}

/** Softmax of the candidates spread over the vocabulary; 0 for all others. */
export function probabilitiesById(candidates: Candidates, vocabularySize: number): Float64Array {
  const { values, sum } = candidates.weights();
  const byId = new Float64Array(vocabularySize);
  for (let i = 0; i < candidates.finite; i++) byId[candidates.order[i]!] = values[i]! / sum;
  return byId;
}
