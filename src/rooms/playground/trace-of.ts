import { runPipeline } from '../../core/sampling/pipeline.ts';
import type { Trace } from '../../core/sampling/trace.ts';
import { valueOf } from '../../state/async.ts';
import { encodingOf } from './models.ts';
import type { PlaygroundState } from './playground-state.ts';
import { stagesOf } from './sampler-settings.ts';

/** The trace of the newest prediction under the settings and the bias of now; undefined before the first. */
export function traceOf({ prediction, settings, bias, modelId }: PlaygroundState): Trace | undefined {
  const newest = valueOf(prediction);
  if (newest === undefined) return undefined;
  const { logits, prompt, output, ranking } = newest;
  const stages = stagesOf(settings, bias, encodingOf(modelId));
  return runPipeline(logits, stages, { prompt, output, rules: settings.rules, ranking });
}
