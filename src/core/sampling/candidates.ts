import { expBelowZero } from '../numbers/exp.ts';
import { sumOf } from '../numbers/sum-of.ts';

/** e^(x − largest) for the tokens with a finite logit, in the candidates' order, and their sum. */
export interface Weights<Values extends Float64Array | Float32Array> {
  readonly values: Values;
  readonly sum: number;
}

/**
 * The tokens still in play between two stages, by falling logit, ties by rising id.
 * Never changed after it is made: a stage that cuts shares the arrays and keeps a shorter prefix.
 */
export class Candidates {
  /** Ids; only the first `kept` count. */
  readonly order: Uint32Array;
  /** Logits in the same order. */
  readonly logits: Float64Array;
  readonly kept: number;
  /** How many of the kept have a logit above −Infinity; they come first. */
  readonly finite: number;
  /** Whether llama.cpp would hold its list in this order by now; before a sort it holds it by id. */
  readonly sorted: boolean;
  private double: Weights<Float64Array> | undefined;
  /** Single-precision weights and sums by the engine's way of adding; see float32-weights.ts. */
  readonly single = new Map<string, Weights<Float32Array>>();
  private shared: Float64Array | undefined;

  constructor(order: Uint32Array, logits: Float64Array, kept: number, sorted: boolean) {
    this.order = order;
    this.logits = logits;
    this.kept = kept;
    this.sorted = sorted;
    let finite = kept;
    if (finite > 0 && logits[finite - 1] === -Infinity) {
      let least = 0; // binary search for the first −Infinity
      while (least < finite) {
        const middle = (least + finite) >>> 1;
        if (logits[middle] === -Infinity) finite = middle;
        else least = middle + 1;
      }
    }
    this.finite = finite;
  }

  /** The first `kept` of these; the same object when that is all. */
  cut(kept: number): Candidates {
    if (kept === this.kept) return this;
    const cut = new Candidates(this.order, this.logits, kept, this.sorted);
    cut.shared = this.double?.values ?? this.shared; // the largest stays, so its weights stay valid
    return cut;
  }

  /** The same tokens, held sorted from here on. */
  asSorted(): Candidates {
    if (this.sorted) return this;
    const same = new Candidates(this.order, this.logits, this.kept, true);
    same.shared = this.double?.values ?? this.shared;
    return same;
  }

  /** Double precision; computed when first asked for. */
  weights(): Weights<Float64Array> {
    if (this.double !== undefined) return this.double;
    const { finite, logits } = this;
    let values = this.shared;
    if (values === undefined) {
      values = new Float64Array(finite);
      const largest = logits[0]!;
      let before = 1;
      for (let i = 0; i < finite; i++) {
        const weight = expBelowZero(logits[i]! - largest);
        if (weight === 0) break; // all that follow are as small
        before = weight < before ? weight : before; // subtle: a rounding upwards must not break the order
        values[i] = before;
      }
    }
    const sum = sumOf(values, finite);
    this.double = { values, sum };
    return this.double;
  }

  /** Where (logit, id) stands or would stand: the first position that does not come before it. */
  position(logit: number, id: number): number {
    let from = 0;
    let to = this.kept;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const there = this.logits[middle]!;
      if (there > logit || (there === logit && this.order[middle]! < id)) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
