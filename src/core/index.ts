/**
 * The public face of the core, for tests, scripts and other programs; nothing in `src` imports it.
 * `docs/core.md` explains it with an example.
 */
export { loadEncoding, type Encoding } from './load-encoding.ts';
export { loadModel, type FileBytes, type ReadFile } from './load-model.ts';
export type { LanguageModel } from './model/language-model.ts';
export { draw } from './sampling/draw.ts';
export { runPipeline, type PipelineOptions } from './sampling/pipeline.ts';
export { presets, type Preset, type PresetId } from './sampling/presets.ts';
export { uniform } from './sampling/rng.ts';
export type { Rules, Stage, StageName } from './sampling/stages.ts';
export type { StageTrace, TokenExplanation, Trace } from './sampling/trace.ts';
export type { EncodingId, SpecialMode } from './tokens/encoding-ids.ts';
