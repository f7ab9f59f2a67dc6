import type { PartialDistribution } from '../../../../core/partial/partial-distribution.ts';
import type { Exchange } from '../../../../engines/live/exchange.ts';
import type { SamplePath } from '../../../../engines/live/live-client.ts';

const partial: PartialDistribution = {
  known: [],
  outside: undefined,
  remainder: 0,
  remainderError: 0,
  unknown: undefined,
  cap: 0,
};

const exchange: Exchange = {
  method: 'POST',
  path: '/v1/completions',
  requestBody: undefined,
  status: 200,
  responseBody: '',
  milliseconds: 1,
  requestId: undefined,
};

/** A token as `text`, or as `[text, probability]`, or with an id as well. */
export type ExhibitToken = string | readonly [text: string, probability?: number, id?: number];

const encoder = new TextEncoder();

/** A path of tokens whose bytes are those of their texts; `0xE381` stands for bytes that are no text. */
export function exhibitPath(
  tokens: readonly ExhibitToken[],
  finish: string | undefined = 'length',
): SamplePath {
  const steps = tokens.map((each) => {
    const [text, probability, id] = typeof each === 'string' ? [each] : each;
    const hex = text.startsWith('0x') ? (text.slice(2).match(/../g) ?? []) : undefined;
    const bytes = hex ? Uint8Array.from(hex, (pair) => Number.parseInt(pair, 16)) : encoder.encode(text);
    const logprob = probability === undefined ? undefined : Math.log(probability);
    return { token: { text: hex ? '\uFFFD' : text, bytes, id, logprob }, partial };
  });
  return { steps, text: steps.map((step) => step.token.text).join(''), finish, exchange };
}
