import type { VocabularyBytes } from '../../../core/tokens/vocabulary-bytes.ts';
import type { Stage } from '../../../core/sampling/stages.ts';
import { runPipeline } from '../../../core/sampling/pipeline.ts';
import type { Trace } from '../../../core/sampling/trace.ts';

/*
 * A world small enough to check by hand, for the named states of the parts: its words are real, its probabilities
 * are chosen. Everything behind them (pipeline, draw, labels) is the real thing.
 */

/** Texts of ids 0, 1, 2 …; bytes in hex after `0x` where a token is a part of a character. */
const words = [
  ' king', ' old', ' woman', ' man', ' little', ' young', ' boy', ' fisherman', ' girl', ' wood', ' merchant',
  ' widow', ' prince', ' certain', ' great', ' rich', ' poor', ' miller', ' soldier', ' tailor', ' cat', ' mouse',
  ' house', ' farmer', ' beautiful', ' very', ' wolf', ' time', ' child', ' queen', '\n', '\n\n', ' ', '\t', ',', '.',
  '=SUM(A1)', '"', 'お', '日本', '0xE381', '0x82', ' Step', ' countless',
]; // prettier-ignore

/** Falling by about a sixth from one id to the next, so that the order is that of the ids. */
const weight = (id: number) => 0.85 ** id;

export function exhibitVocabulary(texts: readonly string[] = words): VocabularyBytes {
  const encoder = new TextEncoder();
  const pieces = texts.map((text) =>
    text.startsWith('0x')
      ? Uint8Array.from(text.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
      : encoder.encode(text),
  );
  const end = '<|endoftext|>';
  const offsets = new Uint32Array(pieces.length + 2);
  pieces.forEach((piece, id) => (offsets[id + 1] = offsets[id]! + piece.length));
  offsets[pieces.length + 1] = offsets[pieces.length]!;
  const bytes = new Uint8Array(offsets.at(-1)!);
  pieces.forEach((piece, id) => bytes.set(piece, offsets[id]));
  const special = [{ token: end, id: pieces.length }];
  return { encoding: 'r50k_base', size: pieces.length + 1, special, bytes, offsets };
}

export const exhibitSize = words.length + 1;

/** A trace over the small vocabulary; weights by id, proportional to the model's probabilities. */
export function exhibitTrace(stages: readonly Stage[], weights: (id: number) => number = weight): Trace {
  const logits = Float64Array.from({ length: exhibitSize }, (_, id) => Math.log(weights(id)));
  return runPipeline(logits, stages, { rules: 'openai' });
}

/** As in the opening picture: one word lifted, one banned, a nucleus that cuts the tail. */
export const exhibitStages: readonly Stage[] = [
  {
    stage: 'logit-bias',
    bias: Object.fromEntries([
      [1, 0.75],
      [3, Number.NEGATIVE_INFINITY],
      [5, -0.5],
    ]),
  },
  { stage: 'temperature', temperature: 0.8 },
  { stage: 'top-p', p: 0.9 },
];
