import type { Baselines } from './baselines.ts';
import type { Score } from '../shared/score.ts';
import { quoted, whole } from '../shared/markdown.ts';
import { sampleLength, sampleSeed, type Sample } from './samples.ts';

/** A model of some size and how well it does. */
export interface Sized {
  readonly ngrams: readonly [number, number, number];
  readonly bytes: number;
  readonly score: Score;
}

export interface CardFigures {
  readonly corpus: { readonly documents: number; readonly tokens: number; readonly bytes: number };
  readonly valid: { readonly documents: number; readonly tokens: number; readonly bytes: number };
  readonly before: Sized;
  readonly after: Sized;
  readonly smaller: readonly Sized[];
  readonly baselines: Baselines;
  readonly discounts: readonly (readonly number[])[];
}

/** The part of the card that holds figures. */
export function figuresBlock(figures: CardFigures): string {
  const { corpus, valid, before, after, smaller, baselines, discounts } = figures;
  const { unsmoothed, addOne } = baselines;
  const impossible = (100 * unsmoothed.impossible) / unsmoothed.tokens;
  return [
    `Trained on ${whole(corpus.documents)} documents, ${whole(corpus.tokens)} tokens, ${whole(corpus.bytes)} bytes;`,
    `measured on ${whole(valid.documents)} whole documents that it never saw, ${whole(valid.tokens)} tokens, ` +
      `${whole(valid.bytes)} bytes. The end of each document counts as a token.`,
    '',
    '| | orders 1 / 2 / 3 | bytes | perplexity | nats per token | bits per byte |',
    '| --- | --- | --: | --: | --: | --: |',
    sizedRow('Kneser–Ney, before pruning', before),
    sizedRow('**as shipped, after pruning**', after),
    ...smaller.map((sized) => sizedRow('pruned further, for comparison', sized)),
    scoreRow('add-one trigram', addOne),
    '| unsmoothed trigram | | | infinite | infinite | infinite |',
    '',
    `The unsmoothed model calls ${whole(unsmoothed.impossible)} of the ${whole(unsmoothed.tokens)} tokens ` +
      `(${impossible.toFixed(1)} %) impossible; over the others its perplexity is ${unsmoothed.perplexityOfTheRest.toFixed(2)}.`,
    '',
    '| order | D1 | D2 | D3+ |',
    '| --: | --: | --: | --: |',
    ...discounts.map((row, i) => `| ${i + 1} | ${row.map((d) => d.toFixed(4)).join(' | ')} |`),
  ].join('\n');
}

/** The part of the card that shows continuations. */
export function samplesBlock(samples: readonly Sample[]): string {
  return [
    `${sampleLength} tokens each, from the start of a document; drawn ones at temperature 1 with no cut, seeds ` +
      `${sampleSeed} to ${sampleSeed + samples.length - 1}. A continuation that is shorter met the end of its document.`,
    ...samples.flatMap(({ prompt, greedy, drawn }) => [
      '',
      `**${prompt}**`,
      '',
      `- likeliest: ${quoted(greedy)}`,
      `- drawn: ${quoted(drawn)}`,
    ]),
  ].join('\n');
}

function sizedRow(name: string, { ngrams, bytes, score }: Sized): string {
  return scoreRow(name, score, ngrams.map(whole).join(' / '), whole(bytes));
}

function scoreRow(name: string, score: Score, ngrams = '', bytes = ''): string {
  const { perplexity, natsPerToken, bitsPerByte } = score;
  return `| ${name} | ${ngrams} | ${bytes} | ${perplexity.toFixed(2)} | ${natsPerToken.toFixed(4)} | ${bitsPerByte.toFixed(4)} |`;
}
