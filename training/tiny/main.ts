/*
 * npm run model:tiny -- --corpus DIR [--run DIR] [--minutes N] [--resume | --card | --check]
 *
 * From a folder with train.txt and valid.txt to public/models/tiny, its goldens and its card: trains (train.py), exports
 * (export.py), makes the goldens (goldens.py), writes the card. --resume goes on with an interrupted run, --card only
 * writes the card of a finished run, --check measures the model that ships on valid.txt, in this program.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import * as v from 'valibot';
import { loadModel } from '../../src/core/load-model.ts';
import { booksBlock, whole } from '../shared/markdown.ts';
import { readCorpus } from '../shared/read-corpus.ts';
import { replaceBlock } from '../shared/replace-block.ts';
import { tokenise } from '../shared/tokenise.ts';
import { evaluateShipped } from '../shared/evaluate-shipped.ts';
import { lossCurve, type LogLine } from './loss-curve.ts';
import { samplesBlock } from './samples.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const folder = path('../../public/models/tiny');
const cardFile = path('../../docs/model-cards/tiny.md');
const curveFile = path('../../docs/pictures/tiny-loss.svg');
const trigramManifest = path('../../public/models/trigram/manifest.json');

const score = v.object({ natsPerToken: v.number(), bitsPerByte: v.number(), perplexity: v.number() });
const described = v.object({
  parameters: v.optional(v.number()),
  separator: v.number(),
  files: v.object({ weights: v.object({ bytes: v.number() }) }),
  unseenIds: v.object({ count: v.number() }),
  training: v.object({
    documents: v.number(),
    tokens: v.number(),
    bytes: v.number(),
    run: v.object({ minutes: v.number(), step: v.number(), tokens: v.number() }),
  }),
  validation: v.object({
    ...score.entries,
    documents: v.number(),
    tokens: v.number(),
    bytes: v.number(),
    float32: score,
  }),
});
const trigramScore = v.object({
  validation: v.object({ perplexity: v.number(), tokens: v.number(), bytes: v.number() }),
});

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    run: { type: 'string', default: path('../../.cache/tiny') },
    minutes: { type: 'string' },
    resume: { type: 'boolean', default: false },
    card: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});
if (options.corpus === undefined)
  throw new Error('--corpus: a folder with train.txt and valid.txt is needed');
const corpus = options.corpus;

function python(script: string, ...args: string[]): void {
  const { status } = spawnSync('python3', [path(script), ...args], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${script} ended with ${String(status)}`);
}

if (options.check) await check();
else {
  if (!options.card) train();
  await writeCard();
}

function train(): void {
  const length = options.minutes === undefined ? [] : ['--minutes', options.minutes];
  const resume = options.resume ? ['--resume'] : [];
  python('train.py', '--corpus', corpus, '--run', options.run, ...length, ...resume);
  python('export.py', '--corpus', corpus, '--run', options.run, '--to', folder);
  python('goldens.py', '--corpus', corpus, '--model', folder, '--cache', join(options.run, 'ids'));
}

/** Exit code 1 when the model does not do on the corpus what its manifest says. */
async function check(): Promise<void> {
  const { validation, separator } = readManifest();
  const model = await loadModel((name) => readFileSync(join(folder, name)));
  const { valid } = readCorpus(corpus);
  const bytes = valid.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const found = evaluateShipped(model, await tokenise(valid), separator, bytes);
  console.log(
    `${found.tokens} tokens: ${found.natsPerToken} nats per token, ${found.bitsPerByte} bits per byte`,
  );
  console.log(`the manifest says ${validation.natsPerToken}`);
  if (Math.abs(found.natsPerToken - validation.natsPerToken) > 0.02) process.exitCode = 1;
}

function readManifest() {
  return v.parse(described, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
}

async function writeCard(): Promise<void> {
  const manifest = readManifest();
  const model = await loadModel((name) => readFileSync(join(folder, name)));
  const trigram = v.parse(trigramScore, JSON.parse(readFileSync(trigramManifest, 'utf8'))).validation;
  const trigramNats = Math.log(trigram.perplexity);
  const trigramBits = (trigramNats * trigram.tokens) / Math.LN2 / trigram.bytes;
  const lines = readFileSync(join(options.run, 'log.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);
  writeFileSync(curveFile, lossCurve(lines, trigramNats));

  const { training, validation, files, unseenIds } = manifest;
  const row = (name: string, each: v.InferOutput<typeof score>): string =>
    `| ${name} | ${each.perplexity.toFixed(2)} | ${each.natsPerToken.toFixed(4)} | ${each.bitsPerByte.toFixed(4)} |`;
  const figures = [
    `${whole(model.parameters)} parameters in ${whole(files.weights.bytes)} bytes. Trained on ${whole(training.documents)} documents, ` +
      `${whole(training.tokens)} tokens, ${whole(training.bytes)} bytes, in ${whole(training.run.step)} steps over ${whole(training.run.tokens)} ` +
      `tokens (${(training.run.tokens / training.tokens).toFixed(1)} times the text); ${training.run.minutes.toFixed(0)} minutes. ` +
      `Measured on ${whole(validation.documents)} whole documents that it never saw, ${whole(validation.tokens)} tokens, ` +
      `${whole(validation.bytes)} bytes. The end of each document counts as a token.`,
    '',
    '| | perplexity | nats per token | bits per byte |',
    '| --- | --: | --: | --: |',
    row('**as shipped, int8**', validation),
    row('the same in float32', validation.float32),
    row('`trigram`, for comparison', {
      perplexity: trigram.perplexity,
      natsPerToken: trigramNats,
      bitsPerByte: trigramBits,
    }),
    '',
    `int8 costs ${(validation.natsPerToken - validation.float32.natsPerToken).toFixed(4)} nats. ${whole(unseenIds.count)} ids never occur in ` +
      `the training text; they are listed in \`public/models/tiny/unseen-ids.json\`.`,
  ].join('\n');

  let text = readFileSync(cardFile, 'utf8');
  text = replaceBlock(text, 'figures', figures);
  text = replaceBlock(text, 'books', booksBlock(readCorpus(corpus).books));
  text = replaceBlock(text, 'samples', await samplesBlock(model, manifest.separator));
  writeFileSync(cardFile, await format(text, { parser: 'markdown', printWidth: 110 }));
  console.log(figures);
}
