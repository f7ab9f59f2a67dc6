import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { createHost } from '../rpc/host.ts';
import type { Port } from '../rpc/port.ts';
import { sharedPort } from '../rpc/shared-port.ts';
import { workerPort } from '../rpc/worker-port.ts';
import type { TokenizerCalls } from './calls.ts';
import type { TokenizerEngine } from './contract.ts';
import { createRemoteDocument } from './remote-document.ts';

function spawnWorker(): Port {
  const port = workerPort(new Worker(new URL('./tokenizer.worker.ts', import.meta.url), { type: 'module' }));
  // Only a page that is isolated from other origins may share memory, as the server's headers make it.
  return crossOriginIsolated ? sharedPort(port, requestAnimationFrame) : port;
}

/** A worker with the vocabulary of one encoding. It starts, and loads the vocabulary, with the first call. */
export function createTokenizerEngine(
  encoding: EncodingId,
  spawn: () => Port = spawnWorker,
): TokenizerEngine {
  const host = createHost<TokenizerCalls>('tokenizer', spawn);
  let vocabulary: VocabularyBytes | undefined;
  let documents = 0;
  return {
    encoding,
    async vocabulary(options = {}) {
      vocabulary ??= await host.call('vocabulary', { encoding }, options);
      return vocabulary;
    },
    encode: (text, special, options = {}) => host.call('encode', { encoding, text, special }, options),
    document: (special) => createRemoteDocument(host, encoding, ++documents, special),
    close: () => host.close(),
  };
}
