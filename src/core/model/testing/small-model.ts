import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { transformerManifest } from '../transformer/manifest.ts';

const numbers = v.array(v.number());
const goldens = v.array(
  v.object({
    precision: v.picklist(['float32', 'int8']),
    ids: numbers,
    logits: numbers,
    attention: v.optional(numbers),
    streams: v.optional(numbers),
    lens: v.optional(numbers),
  }),
);

const here = (name: string) => new URL(name, import.meta.url);

/** A random transformer of 96 ids that `training/tiny/fixtures.py` made. */
export function smallModel(precision: 'float32' | 'int8') {
  const manifest: unknown = JSON.parse(readFileSync(here(`small-${precision}/manifest.json`), 'utf8'));
  const weights = new Uint8Array(readFileSync(here(`small-${precision}/weights.bin`)));
  return { manifest: v.parse(transformerManifest, manifest), weights };
}

/** What PyTorch says of it. */
export const smallGoldens = v.parse(goldens, JSON.parse(readFileSync(here('small-goldens.json'), 'utf8')));
