import type { Logit, Probability, TokenId } from '../numbers/units.ts';
import type { Stage } from './stages.ts';

/** What one stage did, over the whole vocabulary (V entries each). */
export interface StageTrace {
  readonly stage: Stage['stage'];
  readonly params: Stage;
  /** Logits after this stage; −Infinity where removed (or where the model itself gave it). Made when first asked for. */
  readonly logits: Float64Array;
  /** Softmax of `logits`: sums to 1 over what is kept. Computed when first asked for. */
  readonly probs: Float64Array;
  /** How many tokens are left after this stage, 1 to V. */
  readonly kept: number;
  /** How many this stage removed. */
  readonly removed: number;
  readonly note: StageNote | undefined;
}

/** Why a stage did something a reader would not expect. */
export type StageNote =
  | 'neutral' // its value leaves everything as it is
  | 'argmax' // T = 0: only the best token is left
  | 'kept-best' // would have removed all, so the best token stays
  | 'ties-kept' // tokens equal to the last kept one stay too
  | 'min-keep'; // minKeep held tokens that the rule would have removed

/** All stages of one pipeline run. Nothing drawn on screen is computed anywhere else. */
export interface Trace {
  /** The model's own: the logits as they came in, and their softmax (made when first asked for). */
  readonly model: { readonly logits: Float64Array; readonly probabilities: Float64Array };
  readonly stages: readonly StageTrace[];
  /** What is drawn from. */
  readonly final: {
    /** By id: 0 where removed; sums to 1. Made when first asked for. */
    readonly probabilities: Float64Array;
    /**
     * Along `finalOrder`: the probability at a place is values[place] ÷ sum, or 0 where `values` has ended. The same
     * division as in `probabilities`, without an array over the vocabulary.
     */
    readonly weights: { readonly values: Float64Array; readonly sum: number };
    readonly kept: number;
  };
  /** Token ids by falling model logit, so by falling probability; ties by id. V entries. */
  readonly modelOrder: Uint32Array;
  /** Ids that are kept, by falling final probability, ties by id; the tape's order. `final.kept` entries. */
  readonly finalOrder: Uint32Array;
  /** Per id: 0 when kept, else 1 + index of the stage that removed it. V entries. */
  readonly removedBy: Uint8Array;
  /** A token's place in `finalOrder`; undefined when it was removed, or is not in the vocabulary. */
  placeOf(id: TokenId): number | undefined;
  /** `final.probabilities[id]`, without making all of them; 0 when it is not in the vocabulary. */
  probabilityOf(id: TokenId): Probability;
  /** The arithmetic behind one token's numbers, stage by stage. */
  explain(id: TokenId): TokenExplanation;
}

export interface TokenExplanation {
  readonly id: TokenId;
  readonly modelLogit: Logit;
  readonly modelProbability: Probability;
  /** 1 = most likely by the model. */
  readonly modelRank: number;
  readonly finalProbability: Probability;
  /** In order, up to the stage that removed the token. */
  readonly steps: readonly ExplanationStep[];
  /**
   * Mass that the final division used: what is finally kept has this share of the distribution after the last stage
   * that changed a logit (of the model's own when none did), so `probabilityAfter` there ÷ keptMass = final.
   */
  readonly keptMass: Probability;
}

export interface ExplanationStep {
  readonly stage: Stage['stage'];
  readonly params: Stage;
  readonly logitBefore: Logit;
  readonly logitAfter: Logit;
  readonly probabilityBefore: Probability;
  readonly probabilityAfter: Probability;
  /** top-p: mass of the tokens before this one in the stage's order. min-p: the bar as a probability. top-k: this token's rank (1 = first). */
  readonly measure: number | undefined;
  readonly outcome: 'unchanged' | 'changed' | 'kept' | 'removed';
}
