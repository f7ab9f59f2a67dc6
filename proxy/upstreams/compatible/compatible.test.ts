import { afterEach, expect, test } from 'vitest';
import { combineUpstreams } from '../combine.ts';
import type { Upstream } from '../upstream.ts';
import { farKey as key, farServer, type Answer } from './testing/far-server.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A real server that does what it is told, behind the combined upstream, under the name `far`. */
async function behind(answer: Answer, timeouts?: { readonly firstByte: number; readonly idle: number }) {
  const far = await farServer(answer, timeouts);
  closers.push(far.close);
  const near: Upstream = { models: async () => [], send: async () => new Response('near') };
  return { upstream: combineUpstreams(near, new Map([['far', far.upstream]])), left: far.left };
}

const body = { model: 'far/llama', prompt: 'Once', stream: true };
const ask = (upstream: Upstream, signal = new AbortController().signal) =>
  upstream.send('completions', body, signal);

async function errorOf(response: Response) {
  const text = await response.text();
  expect(text).not.toContain(key);
  expect(text).not.toContain('127.0.0.1');
  return { status: response.status, ...(JSON.parse(text) as { error: Record<string, unknown> }).error };
}

test('the request goes to the upstream with its own model name and the key; the answer comes back byte for byte', async () => {
  const sent: unknown[] = [];
  const bytes = 'data: {"odd":  "spacing"}\n\ndata: [DONE]\n\n';
  const { upstream } = await behind((request, response, text) => {
    sent.push(request.url, request.headers.authorization, JSON.parse(text));
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'set-cookie': 'a=b',
      server: 'far-away',
      'x-request-id': 'r1',
    });
    response.end(bytes);
  });
  const answer = await ask(upstream);
  expect(await answer.text()).toBe(bytes);
  expect(sent).toEqual(['/v1/completions', `Bearer ${key}`, { ...body, model: 'llama' }]);
  expect(Object.fromEntries(answer.headers)).toEqual({
    'cache-control': 'no-store',
    'content-type': 'text/event-stream',
    'x-request-id': 'r1',
  });
});

test('models are listed under the upstream’s name; one that is away is missing, not an error', async () => {
  const { upstream } = await behind((_, response) => {
    response.end(JSON.stringify({ data: [{ id: 'llama' }, { id: 'org/qwen', created: 5 }] }));
  });
  const { signal } = new AbortController();
  expect((await upstream.models(signal)).map(({ id }) => id)).toEqual(['far/llama', 'far/org/qwen']);
  const away = await behind((_, response) => response.destroy());
  expect(await away.upstream.models(signal)).toEqual([]);
});

test('sizes that an upstream tells in its list are told in ours', async () => {
  const { upstream } = await behind((_, response) => {
    response.end(
      JSON.stringify({
        data: [
          { id: 'vllm', max_model_len: 8192 },
          { id: 'llama.cpp', meta: { n_vocab: 128256, n_ctx_train: 131072 } },
          { id: 'openrouter', context_length: 4096, created: '2026' },
          { id: 'odd', max_model_len: 'many', meta: 3 },
        ],
      }),
    );
  });
  const own = { object: 'model', created: 0, owned_by: 'far' };
  expect(await upstream.models(new AbortController().signal)).toEqual([
    { ...own, id: 'far/vllm', context_length: 8192 },
    { ...own, id: 'far/llama.cpp', context_length: 131072, vocabulary_size: 128256 },
    { ...own, id: 'far/openrouter', context_length: 4096 },
    { ...own, id: 'far/odd' },
  ]);
});

test('a refused parameter is left out, and a header says so, with logprobs and without', async () => {
  const { upstream } = await behind((_, response, body) => {
    const isRefused = body.includes('temperature');
    const error = { message: 'Unsupported', param: 'temperature', code: 'unsupported_parameter' };
    response.writeHead(isRefused ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isRefused ? { error } : { choices: [] }));
  });
  for (const logprobs of [undefined, 1]) {
    const request = { model: 'far/o9', temperature: 0.5, logprobs };
    const answer = await upstream.send('completions', request, new AbortController().signal);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-tokenscope-dropped')).toBe('temperature');
  }
  expect(upstream.refused?.('far/o9')).toEqual(['temperature']);
  upstream.forget?.('far/o9');
  expect(upstream.refused?.('far/o9')).toEqual([]);
});

test('a model without an upstream’s name is the first upstream’s; an unknown upstream is named', async () => {
  const { upstream } = await behind((_, response) => response.end());
  const { signal } = new AbortController();
  expect(await (await upstream.send('completions', { model: 'tiny' }, signal)).text()).toBe('near');
  const error = await errorOf(await upstream.send('completions', { model: 'elsewhere/x' }, signal));
  expect(error).toMatchObject({ status: 404, param: 'model' });
});

test.each([
  [
    400,
    { error: { message: 'no logprobs here', param: 'logprobs', code: 'unsupported' } },
    400,
    'far: no logprobs here',
  ],
  [429, { error: { message: 'slow down' } }, 429, 'far: slow down'],
  [500, { error: 'out of memory' }, 500, 'far: out of memory'],
  [401, { error: { message: `Incorrect API key: ${key}` } }, 502, 'far: Incorrect API key: ***'],
  [503, '<html>busy</html>', 503, 'far answered 503.'],
  [418, { teapot: true }, 418, 'far answered 418.'],
])('%i %j is told in the protocol’s shape', async (status, sent, told, message) => {
  const { upstream } = await behind((_, response) => {
    response.writeHead(status, { 'retry-after': '7' });
    response.end(typeof sent === 'string' ? sent : JSON.stringify(sent));
  });
  const answer = await ask(upstream);
  expect(answer.headers.get('retry-after')).toBe('7');
  expect(await errorOf(answer)).toMatchObject({ status: told, message });
});

test('of an error page of 10 MB only the beginning is read', async () => {
  const { upstream, left } = await behind((_, response) => {
    response.writeHead(500);
    response.write('x'.repeat(10_000_000));
  });
  expect(await errorOf(await ask(upstream))).toMatchObject({ status: 500, message: 'far answered 500.' });
  await expect.poll(() => left.length).toBe(1);
});

test('an upstream that is not there, or hangs up at once, is 502', async () => {
  const { upstream } = await behind((_, response) => response.destroy());
  expect(await errorOf(await ask(upstream))).toMatchObject({ status: 502, code: 'unreachable' });
});

test('an upstream that says nothing is 504, and is left', async () => {
  const { upstream, left } = await behind(() => undefined, { firstByte: 50, idle: 50 });
  expect(await errorOf(await ask(upstream))).toMatchObject({ status: 504, code: 'timeout' });
  await expect.poll(() => left.length).toBe(1);
});

test('an upstream that stalls, or cuts, in mid-stream ends the answer with an error, not with an end', async () => {
  const stalls = await behind(
    (_, response) => {
      response.writeHead(200);
      response.write('data: {"half');
    },
    { firstByte: 2000, idle: 50 },
  );
  await expect((await ask(stalls.upstream)).text()).rejects.toThrow('no next byte in time');
  await expect.poll(() => stalls.left.length).toBe(1);
  const cuts = await behind((_, response) => {
    response.writeHead(200);
    response.write('data: {"half', () => response.destroy());
  });
  await expect((await ask(cuts.upstream)).text()).rejects.toThrow();
});

test('a client that leaves ends the upstream’s work, before the first byte and in mid-stream', async () => {
  const before = await behind(() => undefined);
  const controller = new AbortController();
  const asked = ask(before.upstream, controller.signal);
  setTimeout(() => controller.abort(new Error('left')), 20);
  await expect(asked).rejects.toThrow('left');
  await expect.poll(() => before.left.length).toBe(1);

  const during = await behind((_, response) => {
    response.writeHead(200);
    response.write('data: 1\n\n');
  });
  const reader = (await ask(during.upstream)).body!.getReader();
  await reader.read();
  await reader.cancel();
  await expect.poll(() => during.left.length).toBe(1);
});

test('the upstream is read only as fast as the client reads', async () => {
  let written = 0;
  const { upstream } = await behind((_, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(65_536);
    const more = (): void => {
      while (written < 400 && response.write(chunk)) written += 1;
      if (written < 400) response.once('drain', more);
      else response.end();
    };
    more();
  });
  const answer = await ask(upstream);
  const reader = answer.body!.getReader();
  await reader.read();
  await new Promise((resolve) => setImmediate(resolve));
  // 26 MB are there to be had; what lies in the sockets' buffers is a small part of it.
  expect(written).toBeLessThan(200);
  await reader.cancel();
});
