import { fault, FaultError } from '../../../shared/fault.ts';
import type { Inside } from '../../core/model/language-model.ts';
import type { TokenId } from '../../core/numbers/units.ts';
import type { ModelEngine, ModelInfo } from './engine.ts';

/** Probabilities of the next token by id; ids that are not named share nothing. Should sum to 1. */
export type ScriptedLine = Readonly<Record<number, number>>;

export interface Script {
  readonly info: ModelInfo;
  /** What follows these ids (at most the last `contextLength`). */
  next(ids: readonly TokenId[]): ScriptedLine;
  /** For models with `capabilities.inside`. */
  inside?(ids: readonly TokenId[]): Inside;
}

/** A model that says what it was told to, for tests and for pictures: logits are ln of the given probabilities. */
export function createScriptedModel({ info, next, inside }: Script): ModelEngine {
  let closed = false;
  return {
    info,
    async next(ids, { signal } = {}) {
      if (closed) throw new Error('the scripted model was closed');
      if (signal?.aborted) throw new FaultError(fault('aborted', 'next was stopped'));
      const seen = Array.from(ids).slice(-info.capabilities.contextLength);
      const logits = new Float64Array(info.vocabularySize).fill(-Infinity);
      for (const [id, probability] of Object.entries(next(seen))) {
        const at = Number(id);
        if (!Number.isInteger(at) || at < 0 || at >= info.vocabularySize)
          throw new RangeError(`the script names id ${id}; ids are 0 to ${info.vocabularySize - 1}`);
        logits[at] = Math.log(probability);
      }
      return logits;
    },
    async inspect(ids) {
      if (inside === undefined) throw new RangeError(`${info.id} has no inside to show`);
      return inside(Array.from(ids).slice(-info.capabilities.contextLength));
    },
    async surprisals(ids) {
      const seen = Array.from(ids);
      return Float64Array.from(seen, (id, at) => {
        const line = next(seen.slice(0, at).slice(-info.capabilities.contextLength));
        return -Math.log2(line[id] ?? 0);
      });
    },
    close() {
      closed = true;
    },
  };
}
