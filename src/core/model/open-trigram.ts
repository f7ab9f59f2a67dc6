import { decodeTables } from './decode-tables.ts';
import type { TrigramManifest, TrigramPart } from './trigram-manifest.ts';
import { TrigramModel } from './trigram-model.ts';

/** A trigram model from its parsed manifest and the bytes of its files. Throws a FaultError `broken-file`. */
export function openTrigram(
  manifest: TrigramManifest,
  files: Readonly<Record<TrigramPart, Uint8Array>>,
): TrigramModel {
  return new TrigramModel(decodeTables(manifest, files));
}
