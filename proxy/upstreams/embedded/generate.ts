import type { FinishReason, TokenLogprob } from '../../../shared/wire/openai-answers.ts';
import { draw } from '../../../src/core/sampling/draw.ts';
import { runPipeline } from '../../../src/core/sampling/pipeline.ts';
import { createRanking } from '../../../src/core/sampling/ranking.ts';
import { uniform } from '../../../src/core/sampling/rng.ts';
import type { Stage } from '../../../src/core/sampling/stages.ts';
import { describeToken, logitsAfter, type EmbeddedModel } from './embedded-model.ts';
import { TextPieces } from './text-pieces.ts';

export interface Generation {
  readonly prompt: readonly number[];
  readonly stages: readonly Stage[];
  /** Tokens at most. */
  readonly length: number;
  readonly stops: readonly string[];
  /** Whole, from 0 below 2³². */
  readonly seed: number;
  /** How many of the likeliest are told for each token; undefined when none is asked for. */
  readonly logprobs: number | undefined;
}

/** One token on its way to the client. */
export interface Generated {
  /** What the text grows by: held back while it is half a character, or may yet begin a stop sequence. */
  readonly text: string;
  readonly token: TokenLogprob | undefined;
}

/** How a generation ended, and the text that was held back until then. */
export interface Ended {
  readonly reason: FinishReason;
  readonly text: string;
}

/** A generation as one answer. */
export interface Whole extends Ended {
  /** How many tokens were drawn. */
  readonly made: number;
  /** Those that are told of: all or none. */
  readonly tokens: readonly TokenLogprob[];
}

/** Draws until the end. */
export async function runToEnd(source: AsyncGenerator<Generated, Ended>): Promise<Whole> {
  const tokens: TokenLogprob[] = [];
  let text = '';
  for (let made = 0; ; made++) {
    const step = await source.next();
    text += step.value.text;
    if (step.done === true) return { text, tokens, made, reason: step.value.reason };
    if (step.value.token !== undefined) tokens.push(step.value.token);
  }
}

/** Draws token after token. Returns how it ended; throws the signal's reason when it is aborted. */
export async function* generate(
  embedded: EmbeddedModel,
  { prompt, stages, length, stops, seed, logprobs }: Generation,
  signal: AbortSignal,
): AsyncGenerator<Generated, Ended> {
  const { encoder } = embedded;
  const end = encoder.special.get('<|endoftext|>');
  const pieces = new TextPieces(stops);
  const ids = [...prompt];
  const output: number[] = [];
  while (output.length < length) {
    const logits = await logitsAfter(embedded, ids, signal);
    const ranking = createRanking(logits);
    const { final } = runPipeline(logits, stages, { prompt, output, rules: 'openai', ranking });
    const id = draw(final.probabilities, uniform(seed, output.length));
    if (id === end) return { reason: 'stop', text: pieces.end() };
    ids.push(id);
    output.push(id);
    const text = pieces.add(encoder.tokenBytes(id));
    const token = logprobs === undefined ? undefined : describeToken(encoder, ranking, id, logprobs);
    yield { text, token };
    if (pieces.stopped) return { reason: 'stop', text: '' };
  }
  const text = pieces.end();
  return { reason: pieces.stopped ? 'stop' : 'length', text };
}

/** What the model said of each token of a text that is there already; null for the first, which nothing came before. */
export async function weigh(
  embedded: EmbeddedModel,
  ids: readonly number[],
  count: number,
  signal: AbortSignal,
): Promise<(TokenLogprob | null)[]> {
  const told: (TokenLogprob | null)[] = [];
  for (const [at, id] of ids.entries()) {
    if (at === 0) told.push(null);
    else {
      const logits = await logitsAfter(embedded, ids.slice(0, at), signal);
      told.push(describeToken(embedded.encoder, createRanking(logits), id, count));
    }
  }
  return told;
}
