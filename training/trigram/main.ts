import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadModel } from '../../src/core/load-model.ts';
import { TrigramModel } from '../../src/core/model/trigram-model.ts';
import { baselines } from './baselines.ts';
import { countNgrams } from './count-ngrams.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import { readCorpus } from './read-corpus.ts';
import { tokenise } from './tokenise.ts';
import { writeModel } from './write-model.ts';

const usage = `npm run model:trigram -- --corpus DIR [--out DIR] [--max-bytes N]

  --corpus DIR     a folder with train.txt and valid.txt
  --out DIR        where the model goes (public/models/trigram)
  --max-bytes N    what its files may take together (3000000)`;

const V = 50_257;
const separator = 50_256;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { corpus: { type: 'string' }, out: { type: 'string' }, 'max-bytes': { type: 'string' } },
  });
  if (values.corpus === undefined) throw new Error(`--corpus is missing\n\n${usage}`);
  const maxBytes = Number(values['max-bytes'] ?? 3_000_000);
  if (!Number.isInteger(maxBytes) || maxBytes < 1) throw new Error(`--max-bytes is a number of bytes\n\n${usage}`);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const out = resolve(values.out ?? join(root, 'public/models/trigram'));

  const corpus = readCorpus(resolve(values.corpus));
  const train = await tokenise(corpus.train);
  const valid = await tokenise(corpus.valid);
  const bytesOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const full = countNgrams(train, V, separator);
  const fitted = fit(full, maxBytes);
  const before = evaluate(new TrigramModel(full), valid, separator, bytesOf(corpus.valid));
  const after = evaluate(new TrigramModel(fitted.tables), valid, separator, bytesOf(corpus.valid));
  console.log({ before, after, bytes: fitted.bytes });
  console.log(baselines(new TrigramModel(full), valid, V, separator, bytesOf(corpus.valid)));
  await writeModel(out, fitted, {
    corpus: {
      books: corpus.books.length,
      documents: train.length,
      tokens: train.reduce((sum, ids) => sum + ids.length + 1, 0),
      bytes: bytesOf(corpus.train),
    },
    validation: { tokens: after.tokens, perplexity: after.perplexity },
  });
  const model = await loadModel((name) => readFileSync(join(out, name)));
  console.log(model.id, model.parameters, model.bytes);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
