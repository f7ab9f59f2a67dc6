import { brokenFile } from '../broken-file.ts';
import { aligned } from '../kernel/arena.ts';
import { plainKernel, type MakeKernel } from '../kernel/kernel.ts';
import { wasmKernel } from '../kernel/wasm-kernel.ts';
import { checkFile } from '../model-file.ts';
import type { TransformerManifest } from './manifest.ts';
import { Transformer, transformerBytes } from './transformer.ts';
import { viewWeights, type Weights } from './weights.ts';

/** A transformer from its parsed manifest and the bytes of its weights. Throws a FaultError `broken-file`. */
export function openTransformer(
  manifest: TransformerManifest,
  bytes: Uint8Array,
  makeKernel: MakeKernel = wasmKernel,
): Transformer {
  const { vocabularySize, width, heads, separator, files } = manifest;
  if (separator >= vocabularySize)
    throw brokenFile('manifest.json', 'has a separator outside the vocabulary');
  if (width % (4 * heads) !== 0) {
    throw brokenFile(
      'manifest.json',
      `has a width of ${width}, which is no multiple of 4 for each of ${heads} heads`,
    );
  }
  checkFile(files.weights, bytes);
  const largest = { rows: Math.max(vocabularySize, 4 * width), columns: 4 * width };
  const from = aligned(bytes.length);
  const room = from + transformerBytes(manifest);
  const kernel = makeKernel(room, largest) ?? plainKernel(room);
  new Uint8Array(kernel.heap).set(bytes);
  return new Transformer(manifest, readWeights(manifest, kernel.heap, bytes.length), kernel, from);
}

function readWeights(manifest: TransformerManifest, heap: ArrayBuffer, length: number): Weights {
  try {
    return viewWeights(manifest, heap, length);
  } catch (error) {
    if (error instanceof RangeError) throw brokenFile(manifest.files.weights.name, error.message);
    throw error;
  }
}
