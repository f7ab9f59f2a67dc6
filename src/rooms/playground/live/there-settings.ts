import type { ThereSettings } from '../../../engines/live/live-client.ts';
import type { StageName } from '../../../core/sampling/stages.ts';
import type { PlaygroundState } from '../playground-state.ts';
import { liveStages } from './live-stages.ts';

/** What a provider is asked to do, and which of the stages in force its protocol has no words for. */
export interface SentSettings {
  readonly there: ThereSettings;
  readonly unsent: readonly StageName[];
}

/** The limits of `logit_bias`; −100 bans. */
const most = 100;

/**
 * The sampler's settings in the words of OpenAI's protocol. It has none for top-k, min-p and the repetition penalty, whose
 * order and rules are the provider's own.
 */
export function thereSettings(state: PlaygroundState): SentSettings {
  let there: ThereSettings = { seed: (state.seed + state.draws) % 2 ** 31 };
  const unsent: StageName[] = [];
  for (const stage of liveStages(state)) {
    switch (stage.stage) {
      case 'temperature':
        there = { ...there, temperature: stage.temperature };
        break;
      case 'top-p':
        there = { ...there, top_p: stage.p };
        break;
      case 'penalties':
        there = { ...there, frequency_penalty: stage.frequency ?? 0, presence_penalty: stage.presence ?? 0 };
        if ((stage.repetition ?? 1) !== 1) unsent.push(stage.stage);
        break;
      case 'logit-bias': {
        const bias = Object.entries(stage.bias).map(([id, value]) => [id, Math.max(-most, value)] as const);
        there = { ...there, logit_bias: Object.fromEntries(bias) };
        break;
      }
      default:
        unsent.push(stage.stage);
    }
  }
  return { there, unsent };
}
