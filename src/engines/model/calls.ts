import type { Inside } from '../../core/model/language-model.ts';
import type { ModelInfo } from './engine.ts';

/** Which model, and the absolute URL of the folder of models, ending in a slash. In every call: a new worker knows nothing. */
export interface ModelPlace {
  readonly id: string;
  readonly baseUrl: string;
}

/** What a model worker offers. `load` reports `LoadProgress`. */
export interface ModelCalls {
  load(args: ModelPlace): ModelInfo;
  next(args: ModelPlace & { readonly ids: Uint32Array<ArrayBuffer> }): Float64Array<ArrayBuffer>;
  inspect(args: ModelPlace & { readonly ids: Uint32Array<ArrayBuffer> }): Inside;
  /** Reports `{ done, total }` in tokens. */
  surprisals(args: ModelPlace & { readonly ids: Uint32Array<ArrayBuffer> }): Float64Array<ArrayBuffer>;
}
