import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { loadModel } from '../../src/core/load-model.ts';
import { TrigramModel } from '../../src/core/model/trigram-model.ts';
import type { TrigramTables } from '../../src/core/model/trigram-tables.ts';
import { baselines } from './baselines.ts';
import { figuresBlock, samplesBlock, type CardFigures, type Sized } from './card-blocks.ts';
import { countNgrams } from './count-ngrams.ts';
import { evaluate } from './evaluate.ts';
import { evaluateShipped } from '../shared/evaluate-shipped.ts';
import { fit, type Fitted } from './fit.ts';
import { readOptions, type Options } from './options.ts';
import { booksBlock } from '../shared/markdown.ts';
import { readCorpus, type Corpus } from '../shared/read-corpus.ts';
import { replaceBlock } from '../shared/replace-block.ts';
import { samples } from './samples.ts';
import { tokenise } from '../shared/tokenise.ts';
import { writeModel } from './write-model.ts';

const V = 50_257;
const separator = 50_256;
/** What smaller models would take; measured for the card. */
const smallerBudgets = [2_000_000, 1_000_000, 500_000];

const options = readOptionsOrExit();
const run = options.check ? check : build;
run(options).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function build({ corpus: folder, out, maxBytes, card }: Options): Promise<void> {
  const corpus = readCorpus(folder);
  const train = await tokenise(corpus.train);
  const valid = await tokenise(corpus.valid);
  const validBytes = bytesOf(corpus.valid);

  const full = countNgrams(train, V, separator);
  const shipped = fit(full, maxBytes);
  const sized = ({ tables, bytes }: Fitted): Sized => ({
    ngrams: sizes(tables),
    bytes,
    score: evaluate(new TrigramModel(tables), valid, separator, validBytes),
  });
  const figures: CardFigures = {
    corpus: { documents: train.length, tokens: predicted(train), bytes: bytesOf(corpus.train) },
    valid: { documents: valid.length, tokens: predicted(valid), bytes: validBytes },
    before: sized(shipped.threshold === 0 ? shipped : fit(full, Infinity)),
    after: sized(shipped),
    smaller: smallerBudgets
      .filter((budget) => budget < shipped.bytes && card !== undefined)
      .map((budget) => sized(fit(full, budget))),
    baselines: baselines(new TrigramModel(full), valid, V, separator, validBytes),
    discounts: full.discounts,
  };
  await writeModel(out, shipped, {
    corpus: { books: corpus.books.length, ...figures.corpus },
    validation: { ...figures.valid, perplexity: figures.after.score.perplexity },
  });
  console.log(figuresBlock(figures));
  if (card !== undefined) await updateCard(card, out, corpus, figures);
}

async function updateCard(card: string, out: string, corpus: Corpus, figures: CardFigures): Promise<void> {
  const model = await loadModel((name) => readFileSync(join(out, name)));
  let text = readFileSync(card, 'utf8');
  text = replaceBlock(text, 'figures', figuresBlock(figures));
  text = replaceBlock(text, 'books', booksBlock(corpus.books));
  text = replaceBlock(text, 'samples', samplesBlock(await samples(model, separator)));
  writeFileSync(card, await format(text, { parser: 'markdown', printWidth: 110 }));
}

/** Exit code 1 when the model does not do on the corpus what its manifest says. */
async function check({ corpus: folder, out }: Options): Promise<void> {
  const corpus = readCorpus(folder);
  const valid = await tokenise(corpus.valid);
  const model = await loadModel((name) => readFileSync(join(out, name)));
  const found = evaluateShipped(model, valid, separator, bytesOf(corpus.valid));
  const { validation } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
    validation: { perplexity: number };
  };
  console.log(`${model.id}: ${model.parameters} numbers, ${model.bytes} bytes`);
  console.log(
    `perplexity ${found.perplexity}, nats per token ${found.natsPerToken}, bits per byte ${found.bitsPerByte}`,
  );
  console.log(`a distribution sums to 1 within ${found.worstSum.toExponential(1)}`);
  console.log(`the manifest says ${validation.perplexity}`);
  if (Math.abs(found.perplexity / validation.perplexity - 1) > 1e-9) process.exitCode = 1;
}

function readOptionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Tokens to foretell: all of them, and the end of each document. */
function predicted(documents: readonly Uint32Array[]): number {
  return documents.reduce((sum, ids) => sum + ids.length + 1, 0);
}

function sizes({ idOfRank, bigrams, trigrams }: TrigramTables): [number, number, number] {
  return [idOfRank.length, bigrams.next.length, trigrams.next.length];
}
