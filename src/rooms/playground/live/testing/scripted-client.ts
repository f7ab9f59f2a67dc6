import type { Fault } from '../../../../../shared/fault.ts';
import type { Capabilities } from '../../../../../shared/wire/capabilities.ts';
import { partialFrom } from '../../../../core/partial/partial-from.ts';
import type { KnownToken } from '../../../../core/partial/partial-distribution.ts';
import type { LiveAsk, LiveClient, NextAnswer } from '../../../../engines/live/live-client.ts';

const encoder = new TextEncoder();

export function known(text: string, probability: number, id?: number): KnownToken {
  return { text, bytes: encoder.encode(text), id, logprob: Math.log(probability) };
}

export function capabilitiesOf(model: string, more: Partial<Capabilities> = {}): Capabilities {
  return {
    model,
    probedAt: 0,
    cost: { calls: 9, tokens: 99 },
    endpoints: { completions: true, chat: true },
    topLogprobs: { completions: 3, chat: 3 },
    logprobsAfter: { temperature: false, bias: false },
    logitBias: true,
    prefill: true,
    echo: true,
    promptIds: true,
    ids: true,
    seed: true,
    tokenizer: null,
    vocabularySize: 10,
    contextLength: 100,
    refused: [],
    ...more,
  };
}

export interface ScriptedClient extends LiveClient {
  /** What was asked, oldest first. */
  readonly asks: LiveAsk[];
}

/** A provider that lists the same three tokens after any text, and draws the first of them. */
export function scriptedClient(
  list: readonly KnownToken[],
  {
    more,
    fault,
    models = ['far/one'],
  }: { more?: Partial<Capabilities>; fault?: Fault; models?: string[] } = {},
): ScriptedClient {
  const asks: LiveAsk[] = [];
  const exchange = {
    method: 'POST' as const,
    path: '/v1/completions',
    requestBody: {},
    status: 200,
    responseBody: '{}',
    milliseconds: 1,
    requestId: undefined,
  };
  function answer(ask: LiveAsk): NextAnswer {
    const partial = partialFrom({ top: list, vocabularySize: ask.capabilities.vocabularySize ?? undefined });
    if (!partial.ok) throw new Error(partial.fault.message);
    const usage = { promptTokens: ask.prompt.text.length, completionTokens: 1 };
    return { partial: partial.value, chosen: list[0], askedAs: 'completions', exchange, usage, dropped: [] };
  }
  return {
    asks,
    models: async () => ({
      ok: true,
      value: models.map((id) => ({ id, owner: 'far', contextLength: undefined, vocabularySize: undefined })),
    }),
    capabilities: async (model) => ({ ok: true, value: capabilitiesOf(model, more) }),
    async next(ask) {
      asks.push(ask);
      return fault === undefined ? { ok: true, value: answer(ask) } : { ok: false, fault, exchange };
    },
    async sample(ask, _signal, onPath) {
      const paths = Array.from({ length: ask.n }, () => ({
        steps: [{ token: list[0]!, partial: answer(ask).partial }],
        text: list[0]!.text,
        finish: 'length',
        exchange,
      }));
      paths.forEach((path, index) => onPath?.(path, index));
      return { ok: true, value: paths };
    },
    costOf: (ask) => ('n' in ask ? { calls: ask.n, tokens: ask.n * ask.length } : { calls: 1, tokens: 1 }),
  };
}
