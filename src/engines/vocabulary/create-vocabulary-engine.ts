import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { SearchAnswer } from '../../core/vocabulary/search-vocabulary.ts';
import type { VocabularyQuery } from '../../core/vocabulary/vocabulary-query.ts';
import type { RemoteCallOptions } from '../rpc/client.ts';
import { createHost } from '../rpc/host.ts';
import type { Port } from '../rpc/port.ts';
import { workerPort } from '../rpc/worker-port.ts';
import type { VocabularyCalls } from './calls.ts';
import type { ReadProgress, VocabularyEngine, VocabularyOptions } from './engine.ts';
import { mortalPort, type MortalPort } from './mortal-port.ts';

/** Longest search in ms: ten times what a common pattern takes over 200,000 tokens on a slow phone. */
const limitMs = 2000;
/** A worker that was told to stop and has not answered after so many ms is inside a pattern that will not end. */
const graceMs = 1000;

interface EngineParts {
  readonly spawn?: () => Port;
  /** Runs something after so many ms, unless it is called off by what is returned. */
  readonly after?: (ms: number, run: () => void) => () => void;
}

const spawnWorker = (): Port =>
  workerPort(new Worker(new URL('./vocabulary.worker.ts', import.meta.url), { type: 'module' }));

function afterReal(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

export function createVocabularyEngine({
  spawn = spawnWorker,
  after = afterReal,
}: EngineParts = {}): VocabularyEngine {
  let alive: MortalPort | undefined;
  const host = createHost<VocabularyCalls>('vocabulary', () => (alive = mortalPort(spawn())));
  /** Settles when whatever was given up is over, or its worker is. */
  let quiet: Promise<void> = Promise.resolve();

  /** Ends the worker if it does not hear; the next call starts another. */
  async function checkHearing(): Promise<void> {
    const mine = alive;
    const late = new AbortController();
    const callOff = after(graceMs, () => late.abort());
    try {
      await host.call('ping', null, { signal: late.signal });
    } catch {
      if (alive === mine) mine?.die('it was inside a pattern that does not end');
    } finally {
      callOff();
    }
  }

  async function search(
    encoding: EncodingId,
    query: VocabularyQuery,
    options: VocabularyOptions,
  ): Promise<SearchAnswer> {
    await quiet;
    // Reading the vocabulary is not a part of the time that a search may take.
    await host.call('ready', { encoding }, remote(options));
    const ending = new AbortController();
    const giveUp = () => ending.abort();
    let tooSlow = false;
    const callOff = after(limitMs, () => {
      tooSlow = true;
      giveUp();
    });
    options.signal?.addEventListener('abort', giveUp);
    try {
      if (options.signal?.aborted) giveUp();
      return await host.call('search', { encoding, query }, { signal: ending.signal });
    } catch (error) {
      if (ending.signal.aborted) quiet = checkHearing();
      if (tooSlow) return { ok: false, refusal: { reason: 'too-slow', seconds: limitMs / 1000 } };
      throw error;
    } finally {
      callOff();
      options.signal?.removeEventListener('abort', giveUp);
    }
  }

  return {
    open: (encoding, options = {}) => host.call('open', { encoding }, remote(options)),
    counts: (encoding, options = {}) => host.call('counts', { encoding }, remote(options)),
    search: (encoding, query, options = {}) => search(encoding, query, options),
    close: () => host.close(),
  };
}

function remote({ signal, onProgress }: VocabularyOptions): RemoteCallOptions {
  return {
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (value) => onProgress(value as ReadProgress) }),
  };
}
