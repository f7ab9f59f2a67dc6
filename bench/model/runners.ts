import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { plainKernel, type MakeKernel } from '../../src/core/model/kernel/kernel.ts';
import { wasmKernel } from '../../src/core/model/kernel/wasm-kernel.ts';
import { transformerManifest } from '../../src/core/model/transformer/manifest.ts';
import { openTransformer } from '../../src/core/model/transformer/open-transformer.ts';

export const whoNames = ['ours', 'plain', 'onnx'] as const;
export type Who = (typeof whoNames)[number];

/** One model that follows one text. */
export interface Runner {
  /** Reads a text from its beginning, up to the logits of what follows. */
  prompt(ids: readonly number[]): Promise<void>;
  /** Reads one token more, up to the logits of what follows. */
  next(id: number): Promise<void>;
  /** Megabytes of the process before anything was loaded. */
  readonly base: number;
}

export async function openRunner(who: Who, places: readonly string[]): Promise<Runner> {
  const base = process.memoryUsage().rss / 2 ** 20;
  const [folder, onnxFile, onnxRuntime] = places;
  if (folder === undefined) throw new Error('FOLDER: the model’s folder is missing');
  if (who !== 'onnx') return openOurs(folder, who === 'ours' ? wasmKernel : plainKernel, base);
  if (onnxFile === undefined || onnxRuntime === undefined)
    throw new Error('ONNX_FILE and ONNXRUNTIME_FOLDER are missing');
  return openOnnx(folder, onnxFile, onnxRuntime, base);
}

function manifestOf(folder: string) {
  return v.parse(transformerManifest, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
}

function openOurs(folder: string, kernel: MakeKernel, base: number): Runner {
  const manifest = manifestOf(folder);
  const model = openTransformer(manifest, readFileSync(join(folder, manifest.files.weights.name)), kernel);
  let ids: number[] = [];
  return {
    base,
    async prompt(all) {
      ids = [...all];
      model.logits(ids);
    },
    async next(id) {
      ids.push(id);
      model.logits(ids);
    },
  };
}

/** The part of onnxruntime-web that is used; the package is not one of this repository's. */
interface Onnx {
  readonly env: { readonly wasm: { numThreads: number } };
  readonly Tensor: new (type: string, data: Float32Array | BigInt64Array, dims: readonly number[]) => unknown;
  readonly InferenceSession: {
    create(
      bytes: Uint8Array,
      options: object,
    ): Promise<{
      run(feeds: Readonly<Record<string, unknown>>): Promise<{ readonly present: unknown }>;
    }>;
  };
}

async function openOnnx(folder: string, file: string, runtime: string, base: number): Promise<Runner> {
  const { layers, heads, width } = manifestOf(folder);
  const entry = pathToFileURL(join(runtime, 'dist', 'ort.wasm.min.mjs')).href;
  const onnx = (await import(entry)) as Onnx;
  onnx.env.wasm.numThreads = 1;
  const session = await onnx.InferenceSession.create(readFileSync(file), { executionProviders: ['wasm'] });
  let past: unknown;
  const run = async (ids: readonly number[]): Promise<void> => {
    const tensor = new onnx.Tensor('int64', BigInt64Array.from(ids, BigInt), [ids.length]);
    past = (await session.run({ ids: tensor, past })).present;
  };
  return {
    base,
    async prompt(ids) {
      past = new onnx.Tensor('float32', new Float32Array(0), [layers, 2, heads, 0, width / heads]);
      await run(ids);
    },
    next: (id) => run([id]),
  };
}
