import type { Encoder } from '../../src/core/tokens/encoder.ts';
import type { Endpoint } from '../upstreams/upstream.ts';
import { absentUnlessPassing, type Answered, type Asker } from './ask-model.ts';
import { spreadRatio } from './compare-lists.ts';
import { listText, openText } from './probe-texts.ts';

/** Whether logprobs are told after temperature: at T = ½ their distances are then twice as great. */
export async function findAfterTemperature(
  { ask }: Asker,
  endpoint: Endpoint,
  base: Answered,
  length: number,
): Promise<boolean | null> {
  const cold = await ask(endpoint, { text: listText, temperature: 0.5, top: length });
  if (!cold.ok || cold.dropped.has('temperature')) return null;
  const ratio = spreadRatio(base, cold);
  if (ratio === undefined) return null;
  if (ratio > 0.7 && ratio < 1.4) return false;
  return ratio > 1.6 && ratio < 2.5 ? true : null;
}

/** Nats between two askings: servers round, and some do not add in the same order twice. */
const near = 0.25;

/**
 * Whether completions give the prompt back, with its own logprob for each token but the first. The prompt ends with the likeliest token of
 * `base`, whose logprob is known by that: llama-cpp-python tells those of the place after.
 */
export async function findEcho({ ask }: Asker, base: Answered | undefined): Promise<boolean | null> {
  const known = base?.entries[0]?.top_logprobs[0];
  const next = known !== undefined && /^ \p{L}+$/u.test(known.token) ? known : undefined;
  const text = listText + (next?.token ?? '');
  const reply = await ask('completions', { text, echo: true, top: 1, temperature: 1 });
  if (!reply.ok) return absentUnlessPassing(reply);
  if (!reply.text.startsWith(text)) return false;
  // Of the first, which nothing came before, there may be nothing.
  const rest = reply.entries.slice(1);
  if (rest.length <= 1 || rest.includes(null)) return false;
  let read = '';
  const told = rest.find((entry) => text.endsWith((read += entry?.token ?? '')));
  return next === undefined || !told || Math.abs(told.logprob - next.logprob) < near;
}

/** Whether a prompt of ids is read as so many tokens; a token that begins every text may be counted with them. */
export async function findPromptIds({ ask }: Asker, encoder: Encoder | undefined): Promise<boolean | null> {
  const ids =
    encoder === undefined ? [100, 200, 300, 400, 500, 600, 700] : [...encoder.encode(listText, 'text')];
  const reply = await ask('completions', { text: ids });
  if (!reply.ok) return absentUnlessPassing(reply);
  if (reply.promptTokens === undefined) return null;
  return reply.promptTokens === ids.length || reply.promptTokens === ids.length + 1;
}

/** Whether a seed decides what is drawn: the same one twice the same, another one something else. */
export async function findSeed({ ask }: Asker, endpoint: Endpoint): Promise<boolean | null> {
  const texts: string[] = [];
  for (const seed of [11, 11, 12]) {
    const reply = await ask(endpoint, { text: openText, temperature: 1, length: 8, seed });
    if (!reply.ok) return null;
    if (reply.dropped.has('seed')) return false;
    texts.push(reply.text);
  }
  const [one, again, other] = texts;
  if (one !== again) return false;
  // All alike: there was nothing to draw, or no seed was needed.
  return one === '' || one === other ? null : true;
}
