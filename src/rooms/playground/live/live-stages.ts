import type { Stage } from '../../../core/sampling/stages.ts';
import type { PlaygroundState } from '../playground-state.ts';
import { stagesOf } from '../sampler-settings.ts';

/**
 * The stages in force on a live model's tokens. A bias is by id, so it counts only where the model's encoding is known: the
 * same number is another token elsewhere.
 */
export function liveStages({ settings, bias, liveEncoding }: PlaygroundState): readonly Stage[] {
  return liveEncoding === undefined ? stagesOf(settings, []) : stagesOf(settings, bias, liveEncoding);
}

/** A bias has been set that cannot be used, because the ids of the model's tokens are not known. */
export function biasIsLost({ settings, bias, liveEncoding }: PlaygroundState): boolean {
  return liveEncoding === undefined && stagesOf(settings, bias).some(({ stage }) => stage === 'logit-bias');
}
