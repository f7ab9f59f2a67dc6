import { afterEach, expect, test } from 'vitest';
import type { LegacyLogprobs } from '../../../shared/wire/openai-answers.ts';
import { farKey, farServer, type Answer } from './testing/far-server.ts';
import { fixtures } from './testing/fixtures.ts';
import type { Fixture } from './testing/fixture.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function far(answer: Answer, timeouts?: { readonly firstByte: number; readonly idle: number }) {
  const server = await farServer(answer, timeouts);
  closers.push(server.close);
  return server;
}

interface Choice {
  readonly index: number;
  readonly logprobs: LegacyLogprobs | null;
  readonly message?: { readonly content: string };
  readonly delta?: { readonly content?: string | null };
}
interface Chunk {
  readonly choices: readonly Choice[];
  readonly error?: { readonly message: string; readonly code: string };
}

const { signal } = new AbortController();
const cases = fixtures.map(
  (fixture) => [`${fixture.server}, ${fixture.endpoint}: ${fixture.oddity}`, fixture] as const,
);
const ask = (fixture: Fixture, stream: boolean) => ({ model: 'm', ...fixture.request, stream });

/** Chunks of a stream's text, which must end with `[DONE]`. */
function chunksOf(text: string): Chunk[] {
  const data = text.split('\n').filter((line) => line.startsWith('data: '));
  expect(data.at(-1)).toBe('data: [DONE]');
  return data.slice(0, -1).map((line) => JSON.parse(line.slice(6)) as Chunk);
}

test.each(cases)('%s', async (_, fixture) => {
  const { upstream } = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: 'x', ...fixture.response, usage: { prompt_tokens: 1 } }));
  });
  const answer = await upstream.send(fixture.endpoint, ask(fixture, false), signal);
  const body = (await answer.json()) as Chunk;
  const [choice] = body.choices;
  expect(choice!.logprobs?.content ?? null).toEqual(fixture.content);
  // All else is as it came, but for an echo, which joins the text.
  expect(body).toMatchObject({ id: 'x', usage: { prompt_tokens: 1 } });
  if (fixture.said !== undefined) expect(choice!.message!.content).toBe(fixture.said);
  else if (fixture.response.prompt === undefined)
    expect({ ...choice, logprobs: 0 }).toEqual({ ...fixture.response.choices[0], logprobs: 0 });
  if (fixture.endpoint === 'chat/completions' || choice!.logprobs === null) return;
  const { tokens, token_logprobs, top_logprobs, text_offset, content } = choice!.logprobs;
  for (const list of [token_logprobs, top_logprobs, text_offset, content])
    expect(list).toHaveLength(tokens.length);
  expect(token_logprobs).toEqual(content.map((entry) => entry?.logprob ?? null));
});

test.each(cases)('as a stream: %s', async (_, fixture) => {
  const bytes = new TextEncoder().encode(fixture.stream);
  const { upstream } = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    // Seven bytes at a time: events, lines and characters are cut anywhere.
    for (let at = 0; at < bytes.length; at += 7) response.write(bytes.subarray(at, at + 7));
    response.end();
  });
  const answer = await upstream.send(fixture.endpoint, ask(fixture, true), signal);
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const chunks = chunksOf(await answer.text());
  const content = chunks.flatMap(({ choices }) => choices[0]?.logprobs?.content ?? []);
  expect(content).toEqual((fixture.streamed === undefined ? fixture.content : fixture.streamed) ?? []);
  const said = chunks.map(({ choices }) => choices[0]?.delta?.content ?? '').join('');
  if (fixture.said !== undefined) expect(said).toBe(fixture.said);
  // No chunk is lost, joined or made.
  expect(chunks).toHaveLength(fixture.stream.split('data: ').length - 2);
});

test('an answer that begins with the assistant’s words because the model said them keeps them', async () => {
  const message = { role: 'assistant', content: 'ha' };
  const entry = (token: string) => ({ token, logprob: -1, top_logprobs: [] });
  for (const [content, tokens, told] of [
    // Made: "ha", "ha!" after it.
    ['haha!', ['ha', 'ha!'], 'haha!'],
    // Made: "ha!" alone, after the repeated "ha".
    ['haha!', ['ha!'], 'ha!'],
    ['ha ha', [' ha'], ' ha'],
    ['Ho', ['Ho'], 'Ho'],
  ] as const) {
    const { upstream } = await far((_, response) => {
      const logprobs = { content: tokens.map(entry) };
      response.end(JSON.stringify({ choices: [{ index: 0, message: { ...message, content }, logprobs }] }));
    });
    const request = { model: 'm', messages: [message], logprobs: true };
    const answer = (await (await upstream.send('chat/completions', request, signal)).json()) as Chunk;
    expect(answer.choices[0]!.message!.content).toBe(told);
  }
});

test('completions in the shape of chats get the parallel lists, and offsets that go on from chunk to chunk', async () => {
  const fixture = fixtures.find(
    ({ server, endpoint }) => server === 'llama.cpp' && endpoint === 'completions',
  )!;
  const { upstream } = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(fixture.stream);
  });
  const answer = await upstream.send('completions', ask(fixture, true), signal);
  const lists = chunksOf(await answer.text()).map(({ choices }) => choices[0]!.logprobs);
  expect(lists[0]).toMatchObject({
    tokens: [' time'],
    token_logprobs: [-0.125],
    top_logprobs: [{ ' time': -0.125, ' a': -9999 }],
    text_offset: [0],
  });
  // " time" has five characters.
  expect(lists[1]).toMatchObject({ tokens: ['�'], text_offset: [5] });
  expect(lists[2]).toBeNull();
});

test.each([
  ['no JSON', 'data: {"choices":[]}\n\ndata: {oops}\n\ndata: [DONE]\n\n', 1, 'broken_answer'],
  ['the half of an event at its end', 'data: {"choices":[]}\n\ndata: {"cho', 1, 'broken_answer'],
  ['the half of a field at its end', 'data: {"choices":[]}\n\nda', 1, 'broken_answer'],
  ['an error', `data: {"error":{"message":"key ${farKey} is bad","code":429}}\n\ndata: {}\n\n`, 0, '429'],
  ['an error of older llama.cpp', 'error: {"message":"out of memory","code":500}\n\n', 0, '500'],
])('a stream with %s ends with an error, and without [DONE]', async (_, text, whole, code) => {
  const { upstream, left } = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(text);
  });
  const answer = await upstream.send('completions', { model: 'm', logprobs: 1, stream: true }, signal);
  const told = await answer.text();
  expect(told).not.toContain(farKey);
  const data = told.trim().split('\n\n');
  expect(data).toHaveLength(whole + 1);
  const { error } = JSON.parse(data.at(-1)!.slice(6)) as Chunk;
  expect(error).toMatchObject({ code });
  expect(error!.message).toMatch(/^far: /);
  expect(left).toEqual([]);
});

test.each([
  [
    '[DONE] without an empty line',
    'data: {"choices":[]}\n\ndata: [DONE]',
    'data: {"choices":[]}\n\ndata: [DONE]\n\n',
  ],
  ['CR LF', 'data: {"choices":[]}\r\n\r\ndata: [DONE]\r\n\r\n', 'data: {"choices":[]}\n\ndata: [DONE]\n\n'],
  ['no [DONE]', 'data: {"choices":[]}\n\n', 'data: {"choices":[]}\n\n'],
  ['names of events and ids', 'event: message\nid: 1\ndata: {"choices":[]}\n\n', 'data: {"choices":[]}\n\n'],
])('a stream with %s is understood', async (_, text, told) => {
  const { upstream } = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.end(text);
  });
  const answer = await upstream.send('completions', { model: 'm', logprobs: 1, stream: true }, signal);
  expect(await answer.text()).toBe(told);
});

test('a stream that stalls, or is cut, ends with an error that names no host', async () => {
  const begin = 'data: {"choices":[]}\n\ndata: {"half';
  const stalls = await far(
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(begin);
    },
    { firstByte: 2000, idle: 50 },
  );
  const cuts = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(begin, () => response.destroy());
  });
  for (const [server, message] of [
    [stalls, 'far: the upstream sent no next byte in time.'],
    [cuts, 'far: its answer broke off, or is not JSON.'],
  ] as const) {
    const answer = await server.upstream.send(
      'completions',
      { model: 'm', logprobs: 1, stream: true },
      signal,
    );
    const data = (await answer.text()).trim().split('\n\n');
    expect(data[0]).toBe('data: {"choices":[]}');
    expect((JSON.parse(data[1]!.slice(6)) as Chunk).error!.message).toBe(message);
  }
  await expect.poll(() => stalls.left.length).toBe(1);
});

test('a client that leaves a stream, or an answer that is awaited whole, ends the upstream’s work', async () => {
  const stream = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: {"choices":[]}\n\n');
  });
  const answer = await stream.upstream.send('completions', { model: 'm', logprobs: 1, stream: true }, signal);
  const reader = answer.body!.getReader();
  await reader.read();
  await reader.cancel();
  await expect.poll(() => stream.left.length).toBe(1);

  const whole = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"choices":');
  });
  const client = new AbortController();
  const asked = whole.upstream.send('completions', { model: 'm', logprobs: 1 }, client.signal);
  setTimeout(() => client.abort(new Error('left')), 20);
  await expect(asked).rejects.toThrow('left');
  await expect.poll(() => whole.left.length).toBe(1);
});

test('a normalised stream is read only as fast as the client reads', async () => {
  let written = 0;
  const { upstream } = await far((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const event = `data: ${JSON.stringify({ choices: [], padding: 'x'.repeat(65_536) })}\n\n`;
    const more = (): void => {
      while (written < 400 && response.write(event)) written += 1;
      if (written < 400) response.once('drain', more);
      else response.end();
    };
    more();
  });
  const answer = await upstream.send('completions', { model: 'm', logprobs: 1, stream: true }, signal);
  const reader = answer.body!.getReader();
  await reader.read();
  await new Promise((resolve) => setImmediate(resolve));
  // 26 MB are there to be had; what lies in the sockets' buffers is a small part of it.
  expect(written).toBeLessThan(200);
  await reader.cancel();
});

test.each([
  ['no JSON', '<html>', 502, 'broken_answer'],
  ['an error with status 200', '{"error":{"message":"busy","code":503}}', 503, '503'],
])('a whole answer that is %s is refused', async (_, text, status, code) => {
  const { upstream } = await far((_, response) => response.end(text));
  const answer = await upstream.send('completions', { model: 'm', logprobs: 1 }, signal);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: { code, type: 'upstream_error' } });
});

test('without logprobs asked for, an answer that is no JSON is passed on as it is', async () => {
  for (const request of [{}, { logprobs: false }, { logprobs: null }]) {
    const { upstream } = await far((_, response) => response.end('<odd>'));
    const answer = await upstream.send('chat/completions', { model: 'm', ...request }, signal);
    expect(await answer.text()).toBe('<odd>');
  }
});
