import { serve, type ServerType } from '@hono/node-server';
import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import OpenAI from 'openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadEncoding, loadModel } from '../src/core/index.ts';
import { softmax } from '../src/core/numbers/softmax.ts';
import { createApp } from './app.ts';
import { appParts } from './testing/app-parts.ts';
import { embeddedUpstream } from './upstreams/embedded/embedded.ts';

/* The official client over real HTTP, with the bundled trigram behind the server. */

const read = (id: string, name: string) =>
  readFile(new URL(`../public/models/${id}/${name}`, import.meta.url));
let server: ServerType;
let client: OpenAI;
let origin: string;
const sent: AbortSignal[] = [];

beforeAll(async () => {
  const embedded = embeddedUpstream({
    ids: ['trigram'],
    read,
    now: () => 1_700_000_000_000,
    random: () => 7,
  });
  const app = createApp(
    appParts({
      upstream: {
        models: embedded.models,
        send(endpoint, body, signal) {
          sent.push(signal);
          return embedded.send(endpoint, body, signal);
        },
      },
    }),
  );
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new OpenAI({ apiKey: 'any', baseURL: `${origin}/v1`, maxRetries: 0 });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const prompt = 'Once upon a time there was a';

test('the bundled models are listed', async () => {
  const { data } = await client.models.list();
  expect(data.map(({ id }) => id)).toEqual(['trigram']);
});

test('a completion tells tokens, ids, bytes and the model’s own logprobs', async () => {
  const answer = await client.completions.create({
    model: 'trigram',
    prompt,
    max_tokens: 5,
    temperature: 0,
    logprobs: 3,
    seed: 1,
  });
  const [choice] = answer.choices;
  expect(choice!.finish_reason).toBe('length');
  expect(answer.usage).toEqual({ prompt_tokens: 7, completion_tokens: 5, total_tokens: 12 });
  const model = await loadModel((name) => read('trigram', name));
  const encoding = await loadEncoding('r50k_base');
  const probabilities = softmax(model.logits(encoding.encode(prompt)));
  const likeliest = probabilities.indexOf(Math.max(...probabilities));
  const { tokens, token_logprobs, top_logprobs, content } = choice!.logprobs as unknown as {
    tokens: string[];
    token_logprobs: number[];
    top_logprobs: Record<string, number>[];
    content: { id: number; bytes: number[] }[];
  };
  expect(tokens.join('')).toBe(choice!.text);
  expect(content[0]!.id).toBe(likeliest);
  expect(new Uint8Array(content[0]!.bytes)).toEqual(encoding.tokenBytes(likeliest));
  expect(Math.exp(token_logprobs[0]!)).toBeCloseTo(probabilities[likeliest]!, 12);
  expect(Object.keys(top_logprobs[0]!)).toHaveLength(3);
});

test('the same seed draws the same text, another one another; n choices have seeds of their own', async () => {
  const ask = async (seed: number, n = 1) => {
    const { choices } = await client.completions.create({
      model: 'trigram',
      prompt,
      max_tokens: 12,
      seed,
      n,
    });
    return choices.map(({ text }) => text);
  };
  expect(await ask(3)).toEqual(await ask(3));
  expect(await ask(3)).not.toEqual(await ask(4));
  expect(await ask(3, 2)).toEqual([...(await ask(3)), ...(await ask(4))]);
});

test('a stream gives the same tokens one by one, and its usage when asked', async () => {
  const request = { model: 'trigram', prompt, max_tokens: 8, seed: 5, logprobs: 0 } as const;
  const whole = await client.completions.create(request);
  const stream = await client.completions.create({
    ...request,
    stream: true,
    stream_options: { include_usage: true },
  });
  let text = '';
  let tokens: string[] = [];
  let offsets: number[] = [];
  let used = 0;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.text ?? '';
    tokens = [...tokens, ...(chunk.choices[0]?.logprobs?.tokens ?? [])];
    offsets = [...offsets, ...(chunk.choices[0]?.logprobs?.text_offset ?? [])];
    used = chunk.usage?.completion_tokens ?? used;
  }
  expect(text).toBe(whole.choices[0]!.text);
  expect(tokens).toEqual(whole.choices[0]!.logprobs!.tokens);
  expect(offsets).toEqual(whole.choices[0]!.logprobs!.text_offset);
  expect(used).toBe(8);
});

test('echo gives the prompt back, with the surprise of each of its tokens but the first', async () => {
  const answer = await client.completions.create({
    model: 'trigram',
    prompt,
    max_tokens: 0,
    echo: true,
    logprobs: 1,
  });
  const { tokens, token_logprobs, text_offset } = answer.choices[0]!.logprobs!;
  expect(answer.choices[0]!.text).toBe(prompt);
  expect(tokens!.join('')).toBe(prompt);
  expect(token_logprobs![0]).toBeNull();
  expect(token_logprobs!.slice(1).every((logprob) => logprob < 0)).toBe(true);
  expect(text_offset).toEqual([0, 4, 9, 11, 16, 22, 26]);
});

test('a bias of −100 bans the likeliest token, one of 100 forces another; logprobs stay the model’s own', async () => {
  const ask = async (logit_bias: Record<string, number>) => {
    const { choices } = await client.chat.completions.create({
      model: 'trigram',
      messages: [{ role: 'assistant', content: prompt }],
      max_completion_tokens: 1,
      temperature: 0,
      logprobs: true,
      top_logprobs: 2,
      logit_bias,
    });
    return choices[0]!.logprobs!.content![0]! as unknown as {
      id: number;
      logprob: number;
      top_logprobs: { id: number; logprob: number }[];
    };
  };
  const free = await ask({});
  const banned = await ask({ [free.id]: -100 });
  expect(banned.id).toBe(free.top_logprobs[1]!.id);
  expect(banned.top_logprobs).toEqual(free.top_logprobs);
  expect((await ask({ '995': 100 })).id).toBe(995);
});

test('a chat streams its role, its words and its end', async () => {
  const stream = await client.chat.completions.create({
    model: 'trigram',
    messages: [{ role: 'user', content: 'Tell me of the sea.' }],
    max_tokens: 4,
    stream: true,
    seed: 2,
  });
  const deltas = [];
  let finish: string | null = null;
  for await (const { choices } of stream) {
    deltas.push(choices[0]!.delta);
    finish = choices[0]!.finish_reason ?? finish;
  }
  expect(deltas[0]).toEqual({ role: 'assistant', content: '' });
  expect(deltas.map(({ content }) => content ?? '').join('')).not.toBe('');
  expect(finish).toBe('length');
});

test('a stop sequence ends the text before it, also when it spans tokens', async () => {
  const request = { model: 'trigram', prompt, max_tokens: 40, seed: 11 } as const;
  const whole = (await client.completions.create(request)).choices[0]!.text;
  const stop = whole.slice(15, 21);
  const { choices } = await client.completions.create({ ...request, stop });
  expect(choices[0]).toMatchObject({ text: whole.slice(0, whole.indexOf(stop)), finish_reason: 'stop' });
});

test('a client that leaves in mid-stream is noticed', async () => {
  const stream = await client.completions.create({
    model: 'trigram',
    prompt,
    max_tokens: 4096,
    stream: true,
  });
  const signal = sent.at(-1)!;
  for await (const _ of stream) break;
  stream.controller.abort();
  await expect.poll(() => signal.aborted, { timeout: 1000 }).toBe(true);
});

test.each([
  [{ temperature: 3 }, 'temperature'],
  [{ logit_bias: { hello: 1 } }, 'logit_bias.hello'],
  [{ n: 0 }, 'n'],
  [{ max_tokens: 1e9 }, 'max_tokens'],
  [{ prompt: [1, 50_257] }, 'prompt'],
])('%j is refused by the name of the field', async (wrong, param) => {
  const request = client.completions.create({ model: 'trigram', prompt, ...wrong } as never);
  await expect(request).rejects.toMatchObject({ status: 400, param });
});

test('a model that is not there is 404 and the ones that are there are named', async () => {
  const request = client.completions.create({ model: 'gpt-9', prompt });
  await expect(request).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  await expect(request).rejects.toThrow('there are trigram');
});

test('what is not JSON, too large or nowhere is refused in the protocol’s shape', async () => {
  const post = (path: string, body: string) => fetch(`${origin}/v1/${path}`, { method: 'POST', body });
  for (const [path, body, status] of [
    ['completions', '{', 400],
    ['completions', '[]', 400],
    ['completions', `{"prompt":"${'a'.repeat(1_000_001)}"}`, 413],
    ['embeddings', '{}', 404],
  ] as const) {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { error: { message: string } }).error.message).not.toBe('');
  }
});

test('a page of another origin is refused, and so is a foreign name of this machine', async () => {
  const ask = (headers: Record<string, string>) =>
    new Promise<{ status: number | undefined }>((resolve, reject) => {
      get(`${origin}/v1/models`, { headers, agent: false }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode });
      }).on('error', reject);
    });
  expect((await ask({})).status).toBe(200);
  expect((await ask({ origin })).status).toBe(200);
  expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await ask({ origin: 'null' })).status).toBe(403);
  expect((await ask({ host: 'evil.example' })).status).toBe(403);
});
