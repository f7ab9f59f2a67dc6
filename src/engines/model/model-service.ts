import { loadModel } from '../../core/load-model.ts';
import type { LanguageModel } from '../../core/model/language-model.ts';
import type { Handlers } from '../rpc/server.ts';
import { Transfer } from '../rpc/transfer.ts';
import type { ModelCalls, ModelPlace } from './calls.ts';
import type { LoadProgress, ModelInfo } from './engine.ts';
import { readModelFile, type ModelFolder } from './read-model-file.ts';

/** A worker's answers about one model, which is loaded once and kept. */
export function createModelService(fetch: ModelFolder['fetch']): Handlers<ModelCalls> {
  let held: { readonly key: string; readonly model: LanguageModel } | undefined;

  async function load(
    { id, baseUrl }: ModelPlace,
    signal: AbortSignal,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LanguageModel> {
    const url = new URL(`${encodeURIComponent(id)}/`, baseUrl).href;
    if (held?.key !== url) {
      const model = await loadModel(readModelFile({ url, fetch, signal, onProgress }));
      held = { key: url, model };
    }
    return held.model;
  }

  return {
    load: async (place, { signal, progress }) => infoOf(await load(place, signal, progress)),
    async next({ ids, ...place }, { signal }) {
      const model = await load(place, signal, () => undefined);
      const logits = model.logits(ids);
      return new Transfer(logits, [logits.buffer]);
    },
  };
}

function infoOf(model: LanguageModel): ModelInfo {
  return {
    id: model.id,
    encoding: model.encoding,
    vocabularySize: model.vocabularySize,
    capabilities: {
      fullVocabulary: true,
      topLogprobs: model.vocabularySize,
      logitBias: true,
      echo: true,
      prefill: true,
      seed: true,
      contextLength: model.contextLength,
    },
    bytes: model.bytes,
    parameters: model.parameters,
  };
}
