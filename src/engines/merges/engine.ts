import { createHost } from '../rpc/host.ts';
import type { Port } from '../rpc/port.ts';
import { workerPort } from '../rpc/worker-port.ts';
import type { ExplainArgs, MergeExplanation, MergesCalls } from './calls.ts';

/** Explains how texts become tokens, piece by piece and merge by merge. */
export interface MergesEngine {
  /** Rejects with `aborted` when given up, and with another fault when the vocabulary does not come. */
  explain(args: ExplainArgs, options?: { readonly signal?: AbortSignal }): Promise<MergeExplanation>;
  close(): void;
}

const spawnWorker = (): Port =>
  workerPort(new Worker(new URL('./merges.worker.ts', import.meta.url), { type: 'module' }));

/** A worker that starts with the first call and loads each vocabulary that it is asked about once. */
export function createMergesEngine(spawn: () => Port = spawnWorker): MergesEngine {
  const host = createHost<MergesCalls>('merges', spawn);
  return {
    explain: (args, options = {}) => host.call('explain', args, options),
    close: () => host.close(),
  };
}
