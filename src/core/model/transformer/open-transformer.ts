import { brokenFile } from '../broken-file.ts';
import { plainKernel } from '../kernel/kernel.ts';
import { wasmKernel } from '../kernel/wasm-kernel.ts';
import { checkFile } from '../model-file.ts';
import type { TransformerManifest } from './manifest.ts';
import { Transformer } from './transformer.ts';
import { viewWeights, type Weights } from './weights.ts';

/** A transformer from its parsed manifest and the bytes of its weights. Throws a FaultError `broken-file`. */
export function openTransformer(
  manifest: TransformerManifest,
  bytes: Uint8Array,
  makeKernel: typeof wasmKernel = wasmKernel,
): Transformer {
  const { vocabularySize, width, heads, separator, files } = manifest;
  if (separator >= vocabularySize)
    throw brokenFile('manifest.json', 'has a separator outside the vocabulary');
  if (width % heads !== 0) throw brokenFile('manifest.json', `has a width that ${heads} heads cannot share`);
  checkFile(files.weights, bytes);
  const largest = { rows: Math.max(vocabularySize, 4 * width), columns: 4 * width };
  const kernel = makeKernel(bytes.length, largest) ?? plainKernel(bytes.length);
  new Uint8Array(kernel.heap).set(bytes);
  return new Transformer(manifest, readWeights(manifest, kernel.heap, bytes.length), kernel);
}

function readWeights(manifest: TransformerManifest, heap: ArrayBuffer, length: number): Weights {
  try {
    return viewWeights(manifest, heap, length);
  } catch (error) {
    if (error instanceof RangeError) throw brokenFile(manifest.files.weights.name, error.message);
    throw error;
  }
}
