import { runPipeline } from '../../core/sampling/pipeline.ts';
import type { Trace } from '../../core/sampling/trace.ts';
import { valueOf } from '../../state/async.ts';
import type { PlaygroundState } from './playground-state.ts';
import { encodingIn } from './reading-encoding.ts';
import { stagesOf } from './sampler-settings.ts';

/** The trace of the newest prediction under the settings and the bias of now; undefined before the first. */
export function traceOf(state: PlaygroundState): Trace | undefined {
  const { prediction, settings, bias } = state;
  const newest = valueOf(prediction);
  if (newest === undefined) return undefined;
  const { logits, prompt, output, ranking } = newest;
  const stages = stagesOf(settings, bias, encodingIn(state));
  return runPipeline(logits, stages, { prompt, output, rules: settings.rules, ranking });
}
