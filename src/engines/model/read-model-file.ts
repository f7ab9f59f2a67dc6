import * as v from 'valibot';
import { fault, FaultError } from '../../../shared/fault.ts';
import type { ReadFile } from '../../core/load-model.ts';
import type { LoadProgress } from './engine.ts';

/** All that the sum of bytes to come needs; the model's loader reads the manifest strictly. */
const sizes = v.object({ files: v.record(v.string(), v.object({ bytes: v.pipe(v.number(), v.finite()) })) });

export interface ModelFolder {
  /** Absolute URL, ending in a slash. */
  readonly url: string;
  readonly fetch: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

/**
 * Reads a model's files over HTTP and counts their bytes as they come, against the sizes that the manifest names.
 * Rejects with `not-found`, `offline` (also when a file breaks off) or `aborted`; each names the file.
 */
export function readModelFile({ url, fetch, signal, onProgress }: ModelFolder): ReadFile {
  let loaded = 0;
  let total = 0;

  async function read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const response = await fetch(new URL(name, url).href, { signal });
    if (!response.ok) {
      const { status } = response;
      throw new FaultError(fault('not-found', `${name} was answered with ${status}`, { file: name, status }));
    }
    const chunks: Uint8Array[] = [];
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      chunks.push(part.value);
      loaded += part.value.length;
      if (total > 0) onProgress({ loaded, total });
    }
    const bytes = joined(chunks);
    if (name === 'manifest.json') {
      total = bytes.length + totalOf(bytes);
      onProgress({ loaded, total });
    }
    return bytes;
  }

  return async (name) => {
    try {
      return await read(name);
    } catch (error) {
      if (error instanceof FaultError) throw error;
      if (signal.aborted) throw new FaultError(fault('aborted', `${name} was given up`, { file: name }));
      throw new FaultError(fault('offline', `${name}: ${String(error)}`, { file: name }));
    }
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** 0 when the manifest does not say; what is wrong with it is the loader's to tell. */
function totalOf(manifest: Uint8Array): number {
  try {
    const { files } = v.parse(sizes, JSON.parse(new TextDecoder().decode(manifest)));
    return Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  } catch {
    return 0;
  }
}
