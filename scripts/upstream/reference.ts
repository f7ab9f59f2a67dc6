import { readFile } from 'node:fs/promises';
import { loadEncoding, loadModel, type Encoding } from '../../src/core/index.ts';
import { plainKernel } from '../../src/core/model/kernel/kernel.ts';
import { transformerManifest } from '../../src/core/model/transformer/manifest.ts';
import { openTransformer } from '../../src/core/model/transformer/open-transformer.ts';
import { logSumExp } from '../../src/core/numbers/log-sum-exp.ts';
import * as v from 'valibot';

/** What the core says, which the second server is held against. */
export interface Reference {
  readonly encoding: Encoding;
  /** ln p of every id after these, as the page computes it: 16-bit whole numbers in WebAssembly. */
  logprobs(ids: readonly number[]): Float64Array;
  /** The same by the TypeScript that is the page's reference: nothing is rounded but to float32. */
  exactLogprobs(ids: readonly number[]): Float64Array;
  /** The likeliest id after these, then the likeliest after that, and so on; with how far the second likeliest was behind, in nats. */
  greedy(ids: readonly number[], count: number): { readonly ids: number[]; readonly narrowest: number };
}

export async function loadReference(): Promise<Reference> {
  const read = (name: string) => readFile(new URL(`../../public/models/tiny/${name}`, import.meta.url));
  const model = await loadModel(read);
  const manifest = v.parse(transformerManifest, JSON.parse((await read('manifest.json')).toString()));
  const exact = openTransformer(manifest, await read(manifest.files.weights.name), plainKernel);

  return {
    encoding: await loadEncoding(model.encoding),
    logprobs: remembered((ids) => normalised(model.logits(ids))),
    exactLogprobs: remembered((ids) => normalised(exact.logits(ids))),
    greedy(ids, count) {
      const made: number[] = [];
      let narrowest = Infinity;
      while (made.length < count) {
        const [first, second] = likeliest(model.logits([...ids, ...made]), 2);
        narrowest = Math.min(narrowest, first!.value - second!.value);
        made.push(first!.id);
      }
      return { ids: made, narrowest };
    },
  };
}

/** Both servers are asked the same. */
function remembered(
  work: (ids: readonly number[]) => Float64Array,
): (ids: readonly number[]) => Float64Array {
  const known = new Map<string, Float64Array>();
  return (ids) => {
    const found = known.get(ids.join()) ?? work(ids);
    known.set(ids.join(), found);
    return found;
  };
}

function normalised(logits: Float64Array): Float64Array {
  const all = logSumExp(logits);
  return logits.map((logit) => logit - all);
}

/** The ids of the largest values, largest first. */
export function likeliest(values: Float64Array, count: number): { id: number; value: number }[] {
  const top: { id: number; value: number }[] = [];
  values.forEach((value, id) => {
    if (top.length === count && value <= top[count - 1]!.value) return;
    const at = top.findIndex((each) => value > each.value);
    top.splice(at < 0 ? top.length : at, 0, { id, value });
    if (top.length > count) top.pop();
  });
  return top;
}
