import { describe, expect, test } from 'vitest';
import type { Capabilities } from '../../../shared/wire/capabilities.ts';
import { createLiveClient } from './create-live-client.ts';
import type { LiveClient } from './live-client.ts';

/* Answers made by hand: what can go wrong on the way, and what providers write. */

const signal = new AbortController().signal;
const answering = (answer: (init: RequestInit) => Response | Promise<Response>): LiveClient =>
  createLiveClient({ fetch: async (_, init) => answer(init), baseUrl: 'http://proxy' });
const json = (body: unknown, init?: ResponseInit): LiveClient => answering(() => Response.json(body, init));
const refusing = (status: number, error: object, headers: Record<string, string> = {}): LiveClient =>
  json({ error: { message: 'No', type: 'x', param: null, code: null, ...error } }, { status, headers });

const capabilities: Capabilities = {
  model: 'far/m',
  probedAt: 0,
  cost: { calls: 0, tokens: 0 },
  endpoints: { completions: true, chat: true },
  topLogprobs: { completions: 5, chat: 20 },
  logprobsAfter: { temperature: false, bias: false },
  logitBias: true,
  prefill: null,
  echo: null,
  promptIds: null,
  ids: false,
  seed: null,
  tokenizer: null,
  vocabularySize: null,
  contextLength: null,
  refused: [],
};
const ask = { capabilities, prompt: { text: 'Hello' } };
const entry = (token: string, logprob: number, more: object = {}): object => ({
  token,
  logprob,
  bytes: null,
  ...more,
});
const said = (content: unknown, text = ' a'): object => ({
  choices: [{ text, logprobs: { content }, finish_reason: 'length' }],
});

describe('the way', () => {
  test('nobody answers', async () => {
    const away = answering(() => Promise.reject(new TypeError('fetch failed')));
    expect(await away.models(signal)).toMatchObject({
      ok: false,
      fault: { code: 'offline', detail: { file: '/v1/models' } },
      exchange: { status: undefined, responseBody: '' },
    });
  });

  test('the answer breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) });
    expect(await answering(() => new Response(body)).next(ask, signal)).toMatchObject({
      ok: false,
      fault: { code: 'offline' },
      exchange: { status: 200 },
    });
  });

  test.each([
    ['a page', new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })],
    ['nothing there', new Response('Not found', { status: 404 })],
    ['only files', new Response('Only GET and HEAD', { status: 405 })],
    [
      'no such place of the protocol',
      Response.json({ error: { message: 'x', code: 'not_found' } }, { status: 404 }),
    ],
  ])('no proxy: %s', async (_, response) => {
    expect(await answering(() => response.clone()).models(signal)).toMatchObject({
      ok: false,
      fault: { code: 'not-found' },
    });
  });

  test('a question is cancelled', async () => {
    const controller = new AbortController();
    const client = answering(
      (init) =>
        new Promise((_, reject) => {
          init.signal!.addEventListener('abort', () => reject(new Error('left')));
        }),
    );
    const asking = client.next(ask, controller.signal);
    controller.abort();
    expect(await asking).toMatchObject({ ok: false, fault: { code: 'aborted' }, exchange: undefined });
    expect(await client.models(controller.signal)).toMatchObject({ ok: false, fault: { code: 'aborted' } });
  });
});

describe('refusals', () => {
  test('too much: with the seconds to wait', async () => {
    const limited = refusing(429, { message: 'Slow down.' }, { 'Retry-After': '12' });
    expect(await limited.next(ask, signal)).toMatchObject({
      fault: { code: 'rate-limited', detail: { retryAfter: 12, message: 'Slow down.' } },
    });
    const dated = refusing(429, {}, { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' });
    const { fault } = (await dated.next(ask, signal)) as { fault: { detail: object } };
    expect(fault.detail).not.toHaveProperty('retryAfter');
  });

  test('the provider’s own, with its status and its words', async () => {
    expect(await refusing(502, { message: 'far cannot be reached.' }).next(ask, signal)).toMatchObject({
      fault: { code: 'provider-refused', detail: { status: 502, message: 'far cannot be reached.' } },
      exchange: { status: 502 },
    });
    const plain = answering(() => new Response('Bad Gateway', { status: 502 }));
    expect(await plain.next(ask, signal)).toMatchObject({
      fault: { code: 'provider-refused', detail: { status: 502, message: 'the server answered 502.' } },
    });
  });

  test('a name that the server does not answer to', async () => {
    const denied = refusing(403, { code: 'unknown_host' });
    expect(await denied.models(signal)).toMatchObject({
      fault: { code: 'access-denied', detail: { reason: 'other', message: 'No.' } },
    });
  });
});

describe('answers that are none', () => {
  test.each([
    ['no JSON', new Response('hello')],
    ['another shape', Response.json({ choices: 'none' })],
    ['no choice', Response.json({ choices: [] })],
    ['a logprob that is a word', Response.json(said([{ token: 'a', logprob: 'high' }]))],
    [
      'a sum above 1',
      Response.json(said([entry('a', -0.1, { top_logprobs: [entry('a', -0.1), entry('b', -0.2)] })])),
    ],
  ])('%s', async (_, response) => {
    expect(await answering(() => response.clone()).next(ask, signal)).toMatchObject({
      ok: false,
      fault: { code: 'broken-answer' },
      exchange: { status: 200 },
    });
  });

  test('a list of models and capabilities in another shape', async () => {
    expect(await json([]).models(signal)).toMatchObject({ fault: { code: 'broken-answer' } });
    expect(await json({ model: 'm' }).capabilities('m', { signal })).toMatchObject({
      fault: { code: 'broken-answer' },
    });
  });

  test('no logprobs: known before, found out, or the text ends here', async () => {
    const none = { ...capabilities, topLogprobs: { completions: 0, chat: 0 } };
    let asked = 0;
    const counting = answering(() => Response.json(said((asked++, null))));
    expect(await counting.next({ ...ask, capabilities: none }, signal)).toMatchObject({
      fault: { code: 'no-logprobs', detail: { model: 'far/m', reason: 'none' } },
    });
    expect(asked).toBe(0);
    expect(await counting.next(ask, signal)).toMatchObject({ fault: { detail: { reason: 'none' } } });
    expect(await json(said([], '')).next(ask, signal)).toMatchObject({
      fault: { code: 'no-logprobs', detail: { reason: 'ended' } },
    });
  });

  test('paths of a model without logprobs have a text and no steps', async () => {
    const none = { ...capabilities, topLogprobs: { completions: 0, chat: 0 } };
    const result = await json(said(null, ' there')).sample(
      { ...ask, capabilities: none, n: 1, length: 3, seed: 0 },
      signal,
    );
    expect(result).toMatchObject({ ok: true, value: [{ steps: [], text: ' there', finish: 'length' }] });
    expect(result.ok && result.value[0]!.exchange.requestBody).not.toHaveProperty('logprobs');
  });
});

describe('what providers write', () => {
  test('a drawn token outside of the list, with a logprob and with none', async () => {
    const top = [entry('a', Math.log(0.5)), entry('b', Math.log(0.2))];
    const answer = json(said([entry('c', Math.log(0.1), { top_logprobs: top })]));
    const drawn = await answer.next({ ...ask, there: {} }, signal);
    expect(drawn).toMatchObject({ ok: true, value: { partial: { outside: 2 }, chosen: { text: 'c' } } });
    // A page that draws itself has no use for it.
    const here = await answer.next(ask, signal);
    expect(here).toMatchObject({
      ok: true,
      value: { partial: { outside: undefined }, chosen: { text: 'c' } },
    });
    const unweighed = await json(said([entry('c', -9999, { top_logprobs: top })])).next(ask, signal);
    expect(unweighed).toMatchObject({
      ok: true,
      value: { partial: { outside: undefined }, chosen: { text: 'c', logprob: undefined } },
    });
  });

  test('bytes are told, or the text’s, or unknown where the text has lost them', async () => {
    const top = [
      entry('\ufffd', Math.log(0.5), { bytes: [0xe3, 0x81] }),
      entry('é', Math.log(0.2)),
      entry('\ufffd', Math.log(0.1)),
    ];
    const result = await json(said([entry('é', Math.log(0.2), { top_logprobs: top })])).next(ask, signal);
    expect(result.ok && result.value.partial.known.map(({ bytes }) => bytes && [...bytes])).toEqual([
      [0xe3, 0x81],
      [0xc3, 0xa9],
      undefined,
    ]);
  });

  test('the vocabulary’s size says how many share the remainder', async () => {
    const sized = { ...capabilities, vocabularySize: 100 };
    const content = [entry('a', Math.log(0.9), { top_logprobs: [entry('a', Math.log(0.9))] })];
    const result = await json(said(content)).next({ ...ask, capabilities: sized }, signal);
    expect(result).toMatchObject({ ok: true, value: { partial: { unknown: 99 } } });
  });
});

test('a chat with a list is asked when completions have none; the length by the name that it takes', async () => {
  const sent: unknown[] = [];
  const client = answering((init) => {
    sent.push(JSON.parse(init.body as string));
    return Response.json({
      choices: [
        { message: { content: 'a' }, logprobs: { content: [entry('a', -0.1, { top_logprobs: [] })] } },
      ],
    });
  });
  const chatty = {
    ...capabilities,
    topLogprobs: { completions: 0, chat: 20 },
    refused: ['max_tokens', 'temperature'],
  };
  const result = await client.next({ ...ask, capabilities: chatty }, signal);
  expect(sent).toEqual([
    {
      model: 'far/m',
      messages: [{ role: 'user', content: 'Hello' }],
      max_completion_tokens: 1,
      top_p: 1,
      seed: 0,
      logprobs: true,
      top_logprobs: 20,
    },
  ]);
  expect(result).toMatchObject({ ok: true, value: { askedAs: 'answer', dropped: ['temperature'] } });
});

test('the access token goes into a header and nowhere else', async () => {
  let header: string | undefined;
  const client = createLiveClient({
    fetch: async (_, init) => {
      header = (init.headers as Record<string, string>)['Authorization'];
      return Response.json({ data: [] });
    },
    baseUrl: '',
    accessToken: () => 'abc',
  });
  await client.models(signal);
  expect(header).toBe('Bearer abc');
});
