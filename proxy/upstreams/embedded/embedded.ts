import * as v from 'valibot';
import { chatRequest, completionRequest } from '../../../shared/wire/openai-requests.ts';
import { loadModel } from '../../../src/core/load-model.ts';
import { loadEncoder } from '../../../src/core/tokens/load-encoder.ts';
import { refusal } from '../../openai/errors.ts';
import { parseBody } from '../../openai/parse-body.ts';
import type { ModelEntry, Upstream } from '../upstream.ts';
import type { AnswerParts } from './answer-parts.ts';
import { answerChat } from './chat.ts';
import { answerCompletion } from './completions.ts';
import type { EmbeddedModel } from './embedded-model.ts';

/** Of a manifest. */
const sizes = v.object({ contextLength: v.number(), vocabularySize: v.number() });

export interface EmbeddedOptions {
  /** Names of the models. */
  readonly ids: readonly string[];
  /** Bytes of a file in a model's folder. */
  readonly read: (id: string, name: string) => Promise<Uint8Array>;
  readonly now: () => number;
  /** A fresh whole number, from 0 below 2³². */
  readonly random: () => number;
}

/** The bundled models, run in the server itself. Each is loaded when it is first asked for, and kept. */
export function embeddedUpstream({ ids, read, now, random }: EmbeddedOptions): Upstream {
  const loading = new Map<string, Promise<EmbeddedModel>>();

  async function load(id: string): Promise<EmbeddedModel> {
    const model = await loadModel((name) => read(id, name));
    return { model, encoder: await loadEncoder(model.encoding) };
  }

  function open(id: string): Promise<EmbeddedModel> {
    const known = loading.get(id);
    if (known !== undefined) return known;
    const opened = load(id);
    loading.set(id, opened);
    // One that failed is tried again by the next request.
    opened.catch(() => loading.delete(id));
    return opened;
  }

  async function entry(id: string): Promise<ModelEntry> {
    const known = { id, object: 'model', created: 0, owned_by: 'tokenscope' } as const;
    try {
      const manifest = v.parse(sizes, JSON.parse(new TextDecoder().decode(await read(id, 'manifest.json'))));
      return {
        ...known,
        context_length: manifest.contextLength,
        vocabulary_size: manifest.vocabularySize,
      };
    } catch {
      // Whoever asks the model itself is told what is wrong with its files.
      return known;
    }
  }

  return {
    models: () => Promise.all(ids.map(entry)),
    async send(endpoint, body, signal) {
      const schema = endpoint === 'completions' ? completionRequest : chatRequest;
      const parsed = parseBody(schema, body);
      if (!parsed.ok) return parsed.response;
      const id = parsed.value.model;
      if (!ids.includes(id)) {
        const message = `model: there is no "${id}"; there are ${ids.join(', ')}.`;
        return refusal(404, { message, param: 'model', code: 'model_not_found' });
      }
      const parts: AnswerParts = { embedded: await open(id), now, random, signal };
      return 'messages' in parsed.value
        ? answerChat(parsed.value, parts)
        : answerCompletion(parsed.value, parts);
    },
  };
}
