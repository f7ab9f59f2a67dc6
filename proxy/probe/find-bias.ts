import type { CandidateLogprob } from '../../shared/wire/openai-answers.ts';
import type { Encoder } from '../../src/core/tokens/encoder.ts';
import type { Endpoint } from '../upstreams/upstream.ts';
import { absentUnlessPassing, type Answered, type Asker } from './ask-model.ts';
import { firstList, tokenName } from './compare-lists.ts';
import { listText } from './probe-texts.ts';

/**
 * Whether a ban of the likeliest token makes another one come, where no chance is: at temperature 0. False too when the server takes the
 * bias and does nothing with it. Null when no id is known that could be banned.
 */
export async function findBias(
  { ask }: Asker,
  endpoint: Endpoint,
  encoder: Encoder | undefined,
  withList: boolean,
): Promise<boolean | null> {
  const question = { text: listText, temperature: 0, ...(withList ? { top: 1 } : {}) };
  const free = await ask(endpoint, question);
  if (!free.ok) return null;
  // A server that draws all the same, and did not draw the likeliest now, may draw another one by chance the next time.
  const [likeliest] = firstList(free);
  if (likeliest !== undefined && tokenName(likeliest) !== chosenName(free)) return null;
  const id = chosenId(free, encoder);
  if (id === undefined) return null;
  const banned = await ask(endpoint, { ...question, bias: { [id]: -100 } });
  if (!banned.ok) return absentUnlessPassing(banned);
  if (banned.dropped.has('logit_bias')) return false;
  if (chosenName(banned) === chosenName(free)) return false;
  // Without temperature 0 another token may have come by chance.
  return free.dropped.has('temperature') ? null : true;
}

/** By how much a candidate that is raised by 4 rises against the likeliest one, as it is told: 4 when logprobs are told after bias, else 0. */
export async function findAfterBias(
  { ask }: Asker,
  endpoint: Endpoint,
  encoder: Encoder | undefined,
  base: Answered,
  length: number,
): Promise<boolean | null> {
  const [first, second] = firstList(base);
  const id = second && idOf(second, encoder);
  if (first === undefined || second === undefined || id === undefined) return null;
  const raised = await ask(endpoint, { text: listText, temperature: 1, top: length, bias: { [id]: 4 } });
  if (!raised.ok) return null;
  const told = new Map(firstList(raised).map((candidate) => [tokenName(candidate), candidate.logprob]));
  const [one, other] = [told.get(tokenName(first)), told.get(tokenName(second))];
  if (one === undefined || other === undefined) return null;
  const rise = other - one - (second.logprob - first.logprob);
  return rise > 2;
}

function chosenName({ entries, text }: Answered): string {
  const [entry] = entries;
  return entry === undefined || entry === null ? text : tokenName(entry);
}

function chosenId({ entries, text }: Answered, encoder: Encoder | undefined): number | undefined {
  const [entry] = entries;
  return entry === undefined || entry === null ? onlyToken(text, encoder) : idOf(entry, encoder);
}

function idOf({ id, token }: CandidateLogprob, encoder: Encoder | undefined): number | undefined {
  return id ?? onlyToken(token, encoder);
}

/** The id of a text that is one token. */
function onlyToken(text: string, encoder: Encoder | undefined): number | undefined {
  const ids = encoder?.encode(text, 'text');
  return ids?.length === 1 ? ids[0] : undefined;
}
