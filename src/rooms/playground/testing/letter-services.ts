import { FaultError, fault } from '../../../../shared/fault.ts';
import type { ModelEngine } from '../../../engines/model/engine.ts';
import { createScriptedModel, type Script } from '../../../engines/model/scripted.ts';
import { serve } from '../../../engines/rpc/server.ts';
import { channelWorker } from '../../../engines/rpc/testing/channel-worker.ts';
import { nodeBreather } from '../../../engines/rpc/testing/node-breather.ts';
import type { TokenizerCalls } from '../../../engines/tokenizer/calls.ts';
import { createTokenizerEngine } from '../../../engines/tokenizer/engine.ts';
import { letterEncoding } from '../../../engines/tokenizer/testing/letter-encoding.ts';
import { createTokenizerService } from '../../../engines/tokenizer/tokenizer-service.ts';
import { createPreferences } from '../../../state/preferences.ts';
import type { Clock, ModelOptions, RoomServices } from '../../../state/room-services.ts';
import type { KeyValueStorage } from '../../../state/storage.ts';

/** A storage that can be filled, read and made full by a test. */
export interface MapStorage extends KeyValueStorage {
  readonly kept: Map<string, string>;
  full: boolean;
}

export function mapStorage(): MapStorage {
  const kept = new Map<string, string>();
  return {
    kept,
    full: false,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (this.full) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => kept.delete(key),
  };
}

/** A clock that a test moves: `pass` runs what has become due. */
export interface HandClock extends Clock {
  pass(milliseconds: number): void;
}

export function handClock(): HandClock {
  let time = 0;
  const waiting = new Map<number, { due: number; run: () => void }>();
  let names = 0;
  return {
    now: () => time,
    after(milliseconds, run) {
      const name = ++names;
      waiting.set(name, { due: time + milliseconds, run });
      return () => waiting.delete(name);
    },
    pass(milliseconds) {
      time += milliseconds;
      for (const [name, { due, run }] of [...waiting]) {
        if (due > time) continue;
        waiting.delete(name);
        run();
      }
    },
  };
}

/** Opens a model of letters by its id. */
export type OpenLetters = (id: string, options: ModelOptions) => Promise<ModelEngine>;

/** A model over the 128 ASCII letters that sees four of them, or `contextLength`. */
export function letterModel(
  id: string,
  { inside, ...script }: Omit<Script, 'info'>,
  contextLength = 4,
): ModelEngine {
  return createScriptedModel({
    info: {
      id,
      encoding: 'r50k_base',
      vocabularySize: 128,
      parameters: 0,
      bytes: 0,
      capabilities: {
        fullVocabulary: true,
        topLogprobs: 0,
        logitBias: false,
        echo: false,
        prefill: true,
        seed: false,
        inside: inside !== undefined,
        contextLength,
      },
    },
    ...script,
    ...(inside && { inside }),
  });
}

/** A world of ASCII letters as tokens; unless `openModel` says otherwise, each model says what `next` says. */
export function letterServices(
  next: Script['next'],
  storage = mapStorage(),
  clock = handClock(),
  openModel: OpenLetters = async (id) => letterModel(id, { next }),
) {
  const services: RoomServices = {
    tokenizer: (encoding) =>
      createTokenizerEngine(encoding, () => {
        const worker = channelWorker();
        const service = createTokenizerService(async () => letterEncoding());
        serve<TokenizerCalls>(worker.scope, service, nodeBreather);
        return worker.port;
      }),
    openModel,
    live: () => Promise.reject(new FaultError(fault('not-found', 'a test without a proxy'))),
    storage,
    clock,
    preferences: createPreferences(storage, 'en'),
  };
  return { services, storage, clock };
}
