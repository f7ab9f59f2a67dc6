import type { PresetId } from '../../core/sampling/presets.ts';
import type { Rules, StageName } from '../../core/sampling/stages.ts';
import type { SamplerParameter } from './sampler-ranges.ts';

/** Everything that bends the distribution, the bias list apart. */
export interface SamplerSettings extends Readonly<Record<SamplerParameter, number>> {
  /** What the settings began as; they may have been changed since (`isChanged`). */
  readonly preset: PresetId | 'custom';
  readonly rules: Rules;
  /** The acting order: each of the six exactly once. */
  readonly order: readonly StageName[];
  /** A stage that is switched off keeps its value and does nothing. */
  readonly enabled: Readonly<Record<StageName, boolean>>;
}
