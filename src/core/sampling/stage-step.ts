import type { Logit, TokenId } from '../numbers/units.ts';
import type { Candidates } from './candidates.ts';
import { probabilitiesById } from './ranking.ts';
import type { Stage } from './stages.ts';
import type { StageNote, StageTrace } from './trace.ts';

/** One stage as it ran; its arrays over the vocabulary are made when first asked for, and kept. */
export class StageStep implements StageTrace {
  readonly stage: Stage['stage'];
  readonly params: Stage;
  readonly kept: number;
  readonly removed: number;
  readonly note: StageNote | undefined;
  /** What the stage found, and what it left. */
  readonly before: Candidates;
  readonly after: Candidates;
  /** Absent when the stage changes no logit. */
  readonly revalue: ((id: TokenId, before: Logit) => Logit) | undefined;
  private readonly vocabularySize: number;
  private logitsById: Float64Array | undefined;
  private probsById: Float64Array | undefined;

  constructor(
    params: Stage,
    before: Candidates,
    after: Candidates,
    note: StageNote | undefined,
    revalue: StageStep['revalue'],
    vocabularySize: number,
  ) {
    this.stage = params.stage;
    this.params = params;
    this.before = before;
    this.after = after;
    this.kept = after.kept;
    this.removed = before.kept - after.kept;
    this.note = note;
    this.revalue = revalue;
    this.vocabularySize = vocabularySize;
  }

  get logits(): Float64Array {
    if (this.logitsById === undefined) {
      const byId = new Float64Array(this.vocabularySize).fill(-Infinity);
      const { order, logits, kept } = this.after;
      for (let i = 0; i < kept; i++) byId[order[i]!] = logits[i]!;
      this.logitsById = byId;
    }
    return this.logitsById;
  }

  get probs(): Float64Array {
    this.probsById ??= probabilitiesById(this.after, this.vocabularySize);
    return this.probsById;
  }
}
