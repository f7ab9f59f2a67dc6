import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { crc32 } from '../../src/core/model/crc32.ts';
import type { TrigramManifest, TrigramPart } from '../../src/core/model/trigram-manifest.ts';
import type { Fitted } from './fit.ts';

/** What the manifest says beyond what loading needs. */
export interface Provenance {
  readonly corpus: {
    readonly books: number;
    readonly documents: number;
    readonly tokens: number;
    readonly bytes: number;
  };
  readonly validation: {
    readonly documents: number;
    readonly tokens: number;
    readonly bytes: number;
    readonly perplexity: number;
  };
}

const extension = '.bin';

/** Writes the folder and returns the manifest. Same model, same bytes. */
export async function writeModel(
  folder: string,
  fitted: Fitted,
  provenance: Provenance,
): Promise<TrigramManifest> {
  const { tables, files } = fitted;
  mkdirSync(folder, { recursive: true });
  const file = (part: TrigramPart): TrigramManifest['files'][TrigramPart] => {
    const bytes = files[part];
    const name = part + extension;
    writeFileSync(join(folder, name), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, bytes: bytes.length, crc32: crc32(bytes), sha256 };
  };
  const [one, two, three] = tables.discounts;
  const manifest: TrigramManifest = {
    kind: 'trigram',
    format: 1,
    id: 'trigram',
    encoding: 'r50k_base',
    contextLength: 2,
    vocabularySize: tables.vocabularySize,
    separator: tables.separator,
    ngrams: [tables.idOfRank.length, tables.bigrams.next.length, tables.trigrams.next.length],
    discounts: [[...one], [...two], [...three]],
    files: { unigrams: file('unigrams'), bigrams: file('bigrams'), trigrams: file('trigrams') },
  };
  const text = JSON.stringify({ ...manifest, ...provenance });
  writeFileSync(join(folder, 'manifest.json'), await format(text, { parser: 'json', printWidth: 110 }));
  return manifest;
}
