import { createHost } from '../rpc/host.ts';
import type { Port } from '../rpc/port.ts';
import { workerPort } from '../rpc/worker-port.ts';
import type { SplitsCalls } from './calls.ts';
import type { SplitsEngine, TrainProgress } from './contract.ts';
import { createRemoteSplit } from './remote-split.ts';

const spawnWorker = (): Port =>
  workerPort(new Worker(new URL('./splits.worker.ts', import.meta.url), { type: 'module' }));

/** Counted over all engines: a file that was opened by one can be read by another. */
let files = 0;

/** A worker for splits. It starts with the first call; one that dies is started anew by the next. */
export function createSplitsEngine(spawn: () => Port = spawnWorker): SplitsEngine {
  const host = createHost<SplitsCalls>('splits', spawn);
  let documents = 0;
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
    document: (text, by) => createRemoteSplit(host, ++documents, text, by),
    close: () => host.close(),
  };
}
