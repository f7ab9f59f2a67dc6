import { createHost } from '../rpc/host.ts';
import type { Port } from '../rpc/port.ts';
import { workerPort } from '../rpc/worker-port.ts';
import type { SplitsCalls } from './calls.ts';
import type { SplitsEngine, TrainProgress } from './contract.ts';

const spawnWorker = (): Port =>
  workerPort(new Worker(new URL('./splits.worker.ts', import.meta.url), { type: 'module' }));

/** A worker for splits. It starts with the first call; one that dies is started anew by the next. */
export function createSplitsEngine(spawn: () => Port = spawnWorker): SplitsEngine {
  const host = createHost<SplitsCalls>('splits', spawn);
  let files = 0;
  return {
    train: (args, { signal, onProgress } = {}) =>
      host.call('train', args, {
        ...(signal && { signal }),
        ...(onProgress && { onProgress: (value) => onProgress(value as TrainProgress) }),
      }),
    async open(file, name, options = {}) {
      const key = `${String(++files)} ${name}`;
      const facts = await host.call('open', { key, name, file }, options);
      return { kind: 'tokenizer-json', key, name, file, ...facts };
    },
    split: (args, options = {}) => host.call('split', args, options),
    close: () => host.close(),
  };
}
