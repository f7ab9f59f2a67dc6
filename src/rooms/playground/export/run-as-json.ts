import { surprisal } from '../../../core/numbers/entropy.ts';
import type { TokenId } from '../../../core/numbers/units.ts';
import type { Rules, Stage } from '../../../core/sampling/stages.ts';
import type { EncodingId } from '../../../core/tokens/encoding-ids.ts';
import type { VocabularyBytes } from '../../../core/tokens/vocabulary-bytes.ts';
import type { DrawnToken } from '../document.ts';
import { tokenBytes } from './token-bytes.ts';

/** Everything that is needed to repeat a run, and what came of it. */
export interface Run {
  readonly model: string;
  readonly encoding: EncodingId;
  readonly text: string;
  /** The ids that the model sees now. */
  readonly window: ArrayLike<TokenId>;
  readonly rules: Rules;
  readonly stages: readonly Stage[];
  readonly seed: number;
  /** How many numbers of the seed's sequence came before u. */
  readonly draws: number;
  readonly u: number;
  readonly drawn: readonly DrawnToken[];
}

/**
 * A run as JSON. Probabilities are plain numbers, surprisal and entropy are in bits and of the model's distribution.
 * What JSON has no number for (a ban is −∞) stands as a string: "-Infinity", "Infinity".
 */
export function runAsJson(run: Run, vocabulary: VocabularyBytes): string {
  const file = {
    format: 'tokenscope-run',
    version: 1,
    model: run.model,
    encoding: run.encoding,
    text: run.text,
    window: Array.from(run.window),
    sampling: { rules: run.rules, stages: run.stages },
    seed: run.seed,
    draws: run.draws,
    u: run.u,
    drawn: run.drawn.map((token) => ({
      id: token.id,
      ...tokenBytes(token.id, vocabulary),
      by: token.by,
      maker: token.maker,
      u: token.u,
      model: token.model,
      final: token.final,
      surprisal: surprisal(token.model),
      entropy: token.entropy,
    })),
  };
  return `${JSON.stringify(file, infinityAsText, 2)}\n`;
}

function infinityAsText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
