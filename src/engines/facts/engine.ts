import type { FactsProgress, TextFacts } from '../../core/tokens/text-facts.ts';
import { createHost } from '../rpc/host.ts';
import type { Port } from '../rpc/port.ts';
import { workerPort } from '../rpc/worker-port.ts';
import type { FactsCalls } from './calls.ts';

export interface FactsOptions {
  readonly signal?: AbortSignal;
  /** Told of a long text some four times a megabyte. */
  readonly onProgress?: (progress: FactsProgress) => void;
}

/** Counts characters, graphemes, words, lines and bytes. It has a worker of its own, so that no key waits for it. */
export interface FactsEngine {
  /** Rejects with `aborted` when given up. */
  count(text: string, options?: FactsOptions): Promise<TextFacts>;
  close(): void;
}

const spawnWorker = (): Port =>
  workerPort(new Worker(new URL('./facts.worker.ts', import.meta.url), { type: 'module' }));

/** The worker starts with the first call. */
export function createFactsEngine(spawn: () => Port = spawnWorker): FactsEngine {
  const host = createHost<FactsCalls>('facts', spawn);
  return {
    count: (text, { signal, onProgress } = {}) =>
      host.call(
        'count',
        { text },
        {
          ...(signal && { signal }),
          ...(onProgress && { onProgress: (value) => onProgress(value as FactsProgress) }),
        },
      ),
    close: () => host.close(),
  };
}
