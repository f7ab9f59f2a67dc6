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

/** Whether completions give the prompt back, with a logprob for each of its tokens but the first. */
export async function findEcho({ ask }: Asker): Promise<boolean | null> {
  const reply = await ask('completions', { text: listText, echo: true, top: 1 });
  if (!reply.ok) return absentUnlessPassing(reply);
  if (!reply.text.startsWith(listText)) return false;
  const [, ...rest] = reply.entries;
  // One of them is the token that was made.
  return rest.length > 1 && rest.every((entry) => entry !== null);
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
