import { createHost } from '../rpc/host.ts';
import type { Port } from '../rpc/port.ts';
import { workerPort } from '../rpc/worker-port.ts';
import type { ModelCalls } from './calls.ts';
import type { LoadProgress, ModelEngine } from './engine.ts';

export interface LocalModelOptions {
  /** Name of the model's folder. */
  readonly id: string;
  /** The folder of models, ending in a slash; relative to the page unless absolute. */
  readonly baseUrl?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly spawn?: () => Port;
}

const spawnWorker = (): Port =>
  workerPort(new Worker(new URL('./local.worker.ts', import.meta.url), { type: 'module' }));

/**
 * A bundled model, loaded and run in a worker. Rejects with `not-found`, `offline`, `broken-file`, `worker-died` or
 * `aborted`, whose detail names the file; then nothing stays behind. A worker that dies later is started anew by the
 * next question, and loads the model again.
 */
export async function createLocalModel(options: LocalModelOptions): Promise<ModelEngine> {
  const { id, baseUrl = 'models/', signal, onProgress, spawn = spawnWorker } = options;
  const place = { id, baseUrl: new URL(baseUrl, globalThis.document?.baseURI).href };
  const host = createHost<ModelCalls>('model', spawn);
  try {
    const info = await host.call('load', place, {
      ...(signal && { signal }),
      ...(onProgress && { onProgress: (value) => onProgress(value as LoadProgress) }),
    });
    return {
      info,
      next(ids, { signal: given } = {}) {
        const seen = Uint32Array.from(ids.slice(-info.capabilities.contextLength));
        return host.call('next', { ...place, ids: seen }, given === undefined ? {} : { signal: given });
      },
      inspect(ids, { signal: given } = {}) {
        const seen = Uint32Array.from(ids.slice(-info.capabilities.contextLength));
        return host.call('inspect', { ...place, ids: seen }, given === undefined ? {} : { signal: given });
      },
      surprisals(ids, { signal: given, onProgress: tell } = {}) {
        return host.call(
          'surprisals',
          { ...place, ids: Uint32Array.from(ids) },
          {
            ...(given && { signal: given }),
            ...(tell && { onProgress: (value) => tell(value as { done: number; total: number }) }),
          },
        );
      },
      close: () => host.close(),
    };
  } catch (error) {
    host.close();
    throw error;
  }
}
