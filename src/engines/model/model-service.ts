import { loadModel } from '../../core/load-model.ts';
import type { LanguageModel } from '../../core/model/language-model.ts';
import { contextStart, surprisalAt } from '../../core/model/surprisals.ts';
import type { Handlers } from '../rpc/server.ts';
import { Transfer } from '../rpc/transfer.ts';
import type { ModelCalls, ModelPlace } from './calls.ts';
import type { LoadProgress, ModelInfo } from './engine.ts';
import { readModelFile, type ModelFolder } from './read-model-file.ts';

/** Positions that a transformer reads between two breaths: some 10 ms. */
const positions = 8;
/** Tokens between two reports of progress. */
const told = 8;

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
    async next({ ids, ...place }, { signal, breathe }) {
      const model = await load(place, signal, () => undefined);
      await read(model, ids, breathe);
      const logits = model.logits(ids);
      return new Transfer(logits, [logits.buffer]);
    },
    async inspect({ ids, ...place }, { signal, breathe }) {
      const model = await load(place, signal, () => undefined);
      if (model.inspect === undefined) throw new RangeError(`${model.id} has no layers to look into`);
      await read(model, ids, breathe);
      const inside = model.inspect(ids);
      const { window, attention, streams, lens } = inside;
      return new Transfer(
        inside,
        [window, attention, streams, lens].map(({ buffer }) => buffer),
      );
    },
    async surprisals({ ids, ...place }, { signal, breathe, progress }) {
      const model = await load(place, signal, () => undefined);
      const bits = new Float64Array(ids.length);
      for (let at = 0; at < ids.length; at++) {
        await read(model, ids.subarray(contextStart(at, model.contextLength), at), breathe);
        bits[at] = surprisalAt(model, ids, at);
        if (at % told === told - 1) progress({ done: at + 1, total: ids.length });
        await breathe();
      }
      return new Transfer(bits, [bits.buffer]);
    },
  };
}

/** Has a model read `ids` a few at a time, so that it can be told to stop meanwhile. */
async function read(model: LanguageModel, ids: Uint32Array, breathe: () => Promise<void>): Promise<void> {
  while (model.advance?.(ids, positions) === false) await breathe();
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
      inside: model.inspect !== undefined,
      contextLength: model.contextLength,
    },
    bytes: model.bytes,
    parameters: model.parameters,
  };
}
