import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../proxy/app.ts';
import { appParts } from '../../../proxy/testing/app-parts.ts';
import { embeddedUpstream } from '../../../proxy/upstreams/embedded/embedded.ts';
import type { Upstream } from '../../../proxy/upstreams/upstream.ts';
import type { Capabilities } from '../../../shared/wire/capabilities.ts';
import { runPartial } from '../../core/partial/run-partial.ts';
import { softmax } from '../../core/numbers/softmax.ts';
import { loadModel } from '../../core/load-model.ts';
import { loadEncoder } from '../../core/tokens/load-encoder.ts';
import { createLiveClient } from './create-live-client.ts';
import type { LiveClient, LiveResult } from './live-client.ts';

/* The client and the real server, with the bundled trigram behind it: what comes back is held against the model itself. */

const read = (id: string, name: string) =>
  readFile(new URL(`../../../public/models/${id}/${name}`, import.meta.url));
const upstream = embeddedUpstream({ ids: ['trigram'], read, now: () => 0, random: () => 7 });
const signal = new AbortController().signal;
const text = 'Once upon a time there was a';

function clientOf(parts: Parameters<typeof appParts>[0], token?: string): LiveClient {
  const app = createApp(appParts(parts));
  return createLiveClient({
    fetch: async (address, init) => app.request(`http://localhost${address}`, init),
    baseUrl: '',
    accessToken: () => token,
    now: () => 5,
  });
}

function must<T>(result: LiveResult<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

const client = clientOf({ upstream });
let capabilities: Capabilities;
let ids: number[];
let probabilities: Float64Array;

beforeAll(async () => {
  capabilities = must(await client.capabilities('trigram', { signal }));
  const model = await loadModel((name) => read('trigram', name));
  ids = [...(await loadEncoder(model.encoding)).encode(text, 'text')];
  probabilities = softmax(model.logits(ids));
}, 60_000);

test('the models are listed', async () => {
  expect(must(await client.models(signal))).toMatchObject([{ id: 'trigram', owner: 'tokenscope' }]);
});

test('what a probe found is told', () => {
  expect(capabilities).toMatchObject({
    model: 'trigram',
    endpoints: { completions: true, chat: true },
    promptIds: true,
    ids: true,
    logitBias: true,
  });
});

describe('one place', () => {
  test('its list is the model’s: ids, bytes, probabilities, and what they leave', async () => {
    const { partial, chosen, askedAs, exchange, usage, dropped } = must(
      await client.next({ capabilities, prompt: { text }, top: 10 }, signal),
    );
    expect(partial.known.length).toBeGreaterThanOrEqual(10);
    for (const { id, logprob, bytes } of partial.known) {
      expect(Math.exp(logprob)).toBeCloseTo(probabilities[id!]!, 12);
      expect(bytes).toBeInstanceOf(Uint8Array);
    }
    const sum = partial.known.reduce((total, { id }) => total + probabilities[id!]!, 0);
    expect(partial.remainder).toBeCloseTo(1 - sum, 12);
    expect(chosen!.id).toBeTypeOf('number');
    expect(askedAs).toBe('completions');
    expect(usage).toEqual({ promptTokens: 7, completionTokens: 1 });
    expect(dropped).toEqual([]);
    expect(exchange).toMatchObject({
      method: 'POST',
      path: '/v1/completions',
      requestBody: {
        model: 'trigram',
        prompt: text,
        max_tokens: 1,
        logprobs: 10,
        temperature: 1,
        top_p: 1,
        seed: 0,
      },
      status: 200,
      milliseconds: 0,
    });
    expect(JSON.parse(exchange.responseBody)).toHaveProperty('choices');
    expect(exchange.requestId).toBeTypeOf('string');
  });

  test('ids are sent where the model takes them', async () => {
    const { exchange } = must(await client.next({ capabilities, prompt: { text, ids } }, signal));
    expect(exchange.requestBody!['prompt']).toEqual(ids);
  });

  test('a chat that continues is given the text as the assistant’s words', async () => {
    const onlyChat = {
      ...capabilities,
      endpoints: { completions: false, chat: true },
      prefill: true,
    };
    const told = must(await client.next({ capabilities: onlyChat, prompt: { text }, top: 5 }, signal));
    expect(told.askedAs).toBe('prefill');
    expect(told.exchange.requestBody!['messages']).toEqual([
      { role: 'user', content: 'Continue the text.' },
      { role: 'assistant', content: text },
    ]);
    expect(told.partial.known.length).toBeGreaterThanOrEqual(5);
    const replying = must(
      await client.next({ capabilities: { ...onlyChat, prefill: false }, prompt: { text } }, signal),
    );
    expect(replying.askedAs).toBe('answer');
    expect(replying.exchange.requestBody!['messages']).toEqual([{ role: 'user', content: text }]);
  });

  test('the provider is sent what it is to act by, and not what it refuses', async () => {
    const there = { temperature: 0.5, top_p: 0.9, logit_bias: { 257: -100 }, frequency_penalty: 0 };
    const refusing = { ...capabilities, refused: ['top_p', 'seed'] };
    const { exchange, dropped } = must(
      await client.next({ capabilities: refusing, prompt: { text }, there }, signal),
    );
    expect(exchange.requestBody).toMatchObject({ temperature: 0.5, logit_bias: { 257: -100 } });
    expect(exchange.requestBody).not.toHaveProperty('top_p');
    expect(exchange.requestBody).not.toHaveProperty('seed');
    expect(dropped).toEqual(['top_p']);
  });

  test('it goes on into the page’s own sampler: the truth lies inside', async () => {
    const { partial } = must(await client.next({ capabilities, prompt: { text }, top: 20 }, signal));
    const ran = runPartial(partial, [{ stage: 'temperature', temperature: 1.5 }]);
    if (!ran.ok) throw new Error(ran.fault.message);
    const weights = probabilities.map((p) => p ** (1 / 1.5));
    const sum = weights.reduce((a, b) => a + b, 0);
    partial.known.forEach(({ id }, i) => {
      const { low, high } = ran.value.tokens[i]!.final;
      expect(weights[id!]! / sum).toBeGreaterThanOrEqual(low);
      expect(weights[id!]! / sum).toBeLessThanOrEqual(high);
    });
  });
});

describe('paths', () => {
  test('each has a seed of its own; the same seed is the same path', async () => {
    const ask = { capabilities, prompt: { text }, n: 3, length: 4, seed: 11, top: 3 };
    const seen: number[] = [];
    const paths = must(await client.sample(ask, signal, (_, index) => seen.push(index)));
    expect(seen).toEqual([0, 1, 2]);
    expect(paths.map(({ exchange }) => exchange.requestBody!['seed'])).toEqual([11, 12, 13]);
    for (const { steps, text: said, finish } of paths) {
      expect(steps).toHaveLength(4);
      expect(steps.map(({ token }) => token.text).join('')).toBe(said);
      for (const { partial, token } of steps)
        expect(partial.known.some(({ id }) => id === token.id)).toBe(true);
      expect(finish).toBe('length');
    }
    expect(new Set(paths.map(({ text: said }) => said)).size).toBeGreaterThan(1);
    const again = must(await client.sample({ ...ask, n: 1 }, signal));
    expect(again[0]!.text).toBe(paths[0]!.text);
  });

  test('cancelling ends it; what had come has been told', async () => {
    const controller = new AbortController();
    const told: string[] = [];
    const result = await client.sample(
      { capabilities, prompt: { text }, n: 50, length: 2, seed: 1 },
      controller.signal,
      (path) => {
        told.push(path.text);
        if (told.length === 2) controller.abort();
      },
    );
    expect(result).toMatchObject({ ok: false, fault: { code: 'aborted' } });
    expect(told).toHaveLength(2);
  });

  test('the most it can cost is known before', () => {
    const { costOf } = client;
    expect(costOf({ capabilities, prompt: { text, ids } })).toEqual({ calls: 1, tokens: 8 });
    // 28 bytes of text are taken for 7 tokens.
    expect(costOf({ capabilities, prompt: { text }, n: 5, length: 10, seed: 0 })).toEqual({
      calls: 5,
      tokens: 85,
    });
  });
});

describe('what the server refuses', () => {
  test('without its access token, and with a wrong one', async () => {
    for (const [token, reason] of [
      [undefined, 'required'],
      ['nope', 'wrong'],
      ['no spaces', 'wrong'],
      ['ノー', 'wrong'],
    ] as const) {
      const result = await clientOf({ upstream, accessToken: 'let-me-in' }, token).models(signal);
      expect(result).toMatchObject({ ok: false, fault: { code: 'access-denied', detail: { reason } } });
      expect(JSON.stringify(result)).not.toContain(token ?? 'let-me-in');
    }
    const right = clientOf({ upstream, accessToken: 'let-me-in' }, 'let-me-in');
    const { exchange } = must(await right.next({ capabilities, prompt: { text } }, signal));
    expect(JSON.stringify(exchange)).not.toContain('let-me-in');
  });

  test('a model that is not there', async () => {
    const result = await client.next(
      { capabilities: { ...capabilities, model: 'gpt-9' }, prompt: { text } },
      signal,
    );
    expect(result).toMatchObject({
      ok: false,
      fault: { code: 'provider-refused', detail: { status: 404, param: 'model' } },
      exchange: { status: 404 },
    });
    expect(await client.capabilities('gpt-9', { signal })).toMatchObject({
      ok: false,
      fault: { code: 'provider-refused' },
    });
  });

  test('a parameter out of range, by its name', async () => {
    const result = await client.next({ capabilities, prompt: { text }, there: { temperature: 3 } }, signal);
    expect(result).toMatchObject({ ok: false, fault: { detail: { status: 400, param: 'temperature' } } });
  });

  test('what it left out of a request is told', async () => {
    const leaving: Upstream = {
      ...upstream,
      async send(endpoint, body, given) {
        const answer = await upstream.send(endpoint, body, given);
        answer.headers.set('X-Tokenscope-Dropped', 'seed, top_p');
        return answer;
      },
    };
    const { dropped } = must(
      await clientOf({ upstream: leaving }).next({ capabilities, prompt: { text } }, signal),
    );
    // Nobody asked for the seed: it was there for the proxy to share one answer.
    expect(dropped).toEqual(['top_p']);
  });
});
