import { expBelowZero } from '../numbers/exp.ts';
import { sumOf } from '../numbers/sum-of.ts';

/** e^(x − largest) for the tokens with a finite logit, in the candidates' order, and their sum. */
export interface Weights<Values extends Float64Array | Float32Array> {
  readonly values: Values;
  readonly sum: number;
}

/** Logits ÷ a temperature, not carried out yet: 400 kB a run that are wanted only where a later stage looks at logits. */
export interface Quotients {
  readonly dividends: Float64Array;
  readonly divisor: number;
}

/**
 * The tokens still in play between two stages, by falling logit, ties by rising id.
 * Never changed after it is made: a stage that cuts shares the arrays and keeps a shorter prefix.
 */
export class Candidates {
  /** Ids; only the first `kept` count. */
  readonly order: Uint32Array;
  readonly kept: number;
  /** How many of the kept have a logit above −Infinity; they come first. */
  readonly finite: number;
  /** Whether llama.cpp would hold its list in this order by now; before a sort it holds it by id. */
  readonly sorted: boolean;
  private given: Float64Array | Quotients;
  private double: Weights<Float64Array> | undefined;
  /** Single-precision weights and sums by the engine's way of adding; see float32-weights.ts. */
  readonly single = new Map<string, Weights<Float32Array>>();
  private shared: Float64Array | undefined;

  /** @param logits in the order of `order`. */
  constructor(order: Uint32Array, logits: Float64Array | Quotients, kept: number, sorted: boolean) {
    this.order = order;
    this.given = logits;
    this.kept = kept;
    this.sorted = sorted;
    let finite = kept;
    if (finite > 0 && this.logitAt(finite - 1) === -Infinity) {
      let least = 0; // binary search for the first −Infinity
      while (least < finite) {
        const middle = (least + finite) >>> 1;
        if (this.logitAt(middle) === -Infinity) finite = middle;
        else least = middle + 1;
      }
    }
    this.finite = finite;
  }

  /** Logits in the same order. */
  get logits(): Float64Array {
    if (!(this.given instanceof Float64Array)) {
      const { dividends, divisor } = this.given;
      this.given = dividends.subarray(0, this.kept).map((logit) => logit / divisor);
    }
    return this.given;
  }

  /** One of `logits`, without making all of them. */
  private logitAt(position: number): number {
    const { given } = this;
    return given instanceof Float64Array ? given[position]! : given.dividends[position]! / given.divisor;
  }

  /** The first `kept` of these; the same object when that is all. */
  cut(kept: number): Candidates {
    if (kept === this.kept) return this;
    const cut = new Candidates(this.order, this.given, kept, this.sorted);
    cut.shared = this.double?.values ?? this.shared; // the largest stays, so its weights stay valid
    return cut;
  }

  /** The same tokens, held sorted from here on. */
  asSorted(): Candidates {
    if (this.sorted) return this;
    const same = new Candidates(this.order, this.given, this.kept, true);
    same.shared = this.double?.values ?? this.shared;
    return same;
  }

  /** Double precision; computed when first asked for. */
  weights(): Weights<Float64Array> {
    if (this.double !== undefined) return this.double;
    const { finite, given } = this;
    let values = this.shared;
    if (values === undefined) {
      values = new Float64Array(finite);
      const dividends = given instanceof Float64Array ? given : given.dividends;
      const divisor = given instanceof Float64Array ? 1 : given.divisor; // x ÷ 1 is x, bit by bit
      const largest = dividends[0]! / divisor;
      let before = 1;
      for (let i = 0; i < finite; i++) {
        const weight = expBelowZero(dividends[i]! / divisor - largest);
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
      const there = this.logitAt(middle);
      if (there > logit || (there === logit && this.order[middle]! < id)) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
