import { brokenFile } from './broken-file.ts';
import { checkFile } from './model-file.ts';
import { orderByFrequency } from './order-by-frequency.ts';
import { RangeDecoder } from './range-decoder.ts';
import { rankIds } from './rank-ids.ts';
import { successorLists } from './successor-lists.ts';
import type { TrigramManifest, TrigramPart } from './trigram-manifest.ts';
import type { TrigramTables } from './trigram-tables.ts';
import { walkBigrams, walkTrigrams, walkUnigrams } from './walk-tables.ts';

/** Counts from a model's files. Throws a FaultError `broken-file` that names the file and says what is wrong with it. */
export function decodeTables(
  manifest: TrigramManifest,
  files: Readonly<Record<TrigramPart, Uint8Array>>,
): TrigramTables {
  const { vocabularySize, separator, discounts, ngrams } = manifest;
  if (separator >= vocabularySize)
    throw brokenFile('manifest.json', 'has a separator outside the vocabulary');
  const read = (part: TrigramPart, walk: (coder: RangeDecoder) => number, promised: number): void =>
    readPart(manifest, part, files[part], walk, promised);

  const unigramCount = new Uint32Array(vocabularySize);
  read('unigrams', (coder) => (walkUnigrams(coder, unigramCount), rankIds(unigramCount).length), ngrams[0]);
  const idOfRank = rankIds(unigramCount);

  const byRank = successorLists(idOfRank.length, ngrams[1]);
  const contextCount = Uint32Array.from(idOfRank, (id) => unigramCount[id]!);
  read('bigrams', (coder) => (walkBigrams(coder, byRank, contextCount), byRank.start.at(-1)!), ngrams[1]);
  const bigrams = orderByFrequency(byRank);

  const trigrams = successorLists(ngrams[1], ngrams[2]);
  read('trigrams', (coder) => (walkTrigrams(coder, trigrams, bigrams), trigrams.start.at(-1)!), ngrams[2]);
  return { vocabularySize, separator, discounts, unigramCount, idOfRank, bigrams, trigrams };
}

/** Checks a file against the manifest, walks it, and checks that it held what was promised. */
function readPart(
  manifest: TrigramManifest,
  part: TrigramPart,
  bytes: Uint8Array,
  walk: (coder: RangeDecoder) => number,
  promised: number,
): void {
  const file = manifest.files[part];
  checkFile(file, bytes);
  try {
    const coder = new RangeDecoder(bytes);
    const entries = walk(coder);
    if (entries !== promised) {
      throw new RangeError(`holds ${entries} n-grams where the manifest says ${promised}`);
    }
    coder.finish();
  } catch (error) {
    if (error instanceof RangeError) throw brokenFile(file.name, error.message);
    throw error;
  }
}
