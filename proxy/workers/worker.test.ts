import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { version } from '../../package.json';
import { ask } from '../testing/ask.ts';
import { bundleWorker, startWorkerd } from '../testing/workerd.ts';
import wrangler from './wrangler.json' with { type: 'json' };

/* The Worker in Cloudflare's own runtime, with a real server behind it; nothing of it is made up but the answers. */

const key = 'sk-very-secret-0123456789';
const token = 'a-token-of-the-class-0123456789';
const completion =
  '{"id":"c1", "choices" : [ {"text":" sea","logprobs":null} ],"usage":{"completion_tokens":1}}\n';
const events = ['data: {"n":0}\n\n', ': a comment\n\n', 'data: {"half', '":1}\n\ndata: [DONE]\n\n'];
const page = '<meta name="csp-nonce" content="__CSP_NONCE__"><p>page</p>';

let code: string;
let imports: readonly string[];
let worker: Awaited<ReturnType<typeof startWorkerd>>;
let upstreamHost: string;
let goOn: () => void = () => undefined;
const keys = new Set<string | undefined>();
const left: string[] = [];

function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
  if (request.url === '/v1/models') {
    response.end('{"data":[{"id":"llama"}]}');
  } else if (request.url === '/v1/completions') {
    keys.add(request.headers.authorization);
    const { prompt } = v.parse(v.object({ prompt: v.string() }), JSON.parse(body));
    if (prompt === 'refuse') {
      response.writeHead(401, { 'x-server': upstreamHost });
      response.end(JSON.stringify({ error: { message: `Incorrect API key: ${key}` } }));
    } else if (prompt === 'move') {
      response.writeHead(302, { location: `http://${upstreamHost}/v1/other` }).end();
    } else if (prompt === 'stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(events[0]);
      // The rest waits until the client has seen the first.
      goOn = () => response.end(events.slice(1).join(''));
    } else if (prompt === 'for ever') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const more = setInterval(() => response.write(events[0]), 5);
      response.on('close', () => clearInterval(more));
    } else {
      response.writeHead(200, { 'content-type': 'application/json' }).end(completion);
    }
  } else if (request.url === '/app.js') {
    response.writeHead(200, { 'content-type': 'text/javascript', etag: '"a"' }).end('run()');
  } else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag: '"p"' }).end(page);
  }
}

const upstream = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => answer(request, response, body));
  response.on('close', () => !response.writableFinished && left.push(request.url ?? ''));
});

const start = (texts: Readonly<Record<string, string>>) =>
  startWorkerd({
    code,
    date: wrangler.compatibility_date,
    flags: wrangler.compatibility_flags,
    texts,
    assets: upstreamHost,
  });

beforeAll(async () => {
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  upstreamHost = `127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  ({ code, imports } = await bundleWorker(new URL(wrangler.main, import.meta.url)));
  const baseUrl = `http://${upstreamHost}/v1`;
  worker = await start({
    CONFIG: JSON.stringify({ upstreams: [{ name: 'far', baseUrl, keyFrom: 'FAR_KEY' }] }),
    FAR_KEY: key,
    ACCESS_TOKEN: token,
  });
});

afterAll(async () => {
  await worker.stop();
  upstream.closeAllConnections();
  upstream.close();
  const said = worker.said.join('');
  expect(said).not.toContain(key);
  expect(said).not.toContain(token);
});

const authorization = `Bearer ${token}`;
const post = (prompt: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(`${worker.origin}/v1/completions`, {
    headers: { authorization, ...headers },
    body: { model: 'far/llama', prompt },
  });

test('the Worker needs nothing that its platform has not: one module, no import left', () => {
  expect(imports).toEqual([]);
  // Cloudflare takes 3 MB, packed, without a fee; this is far below.
  expect(code.length).toBeLessThan(500_000);
});

test('/healthz says that it runs, and which version', async () => {
  const { status, text } = await ask(`${worker.origin}/healthz`);
  expect({ status, body: JSON.parse(text) as unknown }).toEqual({
    status: 200,
    body: { status: 'ok', version },
  });
});

test('the models behind it are listed, and none of its own', async () => {
  const { text } = await ask(`${worker.origin}/v1/models`, { headers: { authorization } });
  const { data } = v.parse(v.object({ data: v.array(v.object({ id: v.string() })) }), JSON.parse(text));
  expect(data.map(({ id }) => id)).toEqual(['far/llama']);
  const own = await ask(`${worker.origin}/v1/completions`, {
    headers: { authorization },
    body: { model: 'tiny', prompt: 'Once' },
  });
  expect(own.status).toBe(404);
  expect(own.text).toContain('no models of its own');
});

test('a completion is passed on byte for byte, asked with the server’s key', async () => {
  const { status, headers, text } = await post('Once');
  expect(status).toBe(200);
  expect(text).toBe(completion);
  expect(headers['content-type']).toBe('application/json');
  expect([...keys]).toEqual([`Bearer ${key}`]);
});

test('a stream is passed on as it comes, byte for byte', async () => {
  const answer = await fetch(`${worker.origin}/v1/completions`, {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify({ model: 'far/llama', prompt: 'stream', stream: true }),
  });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    // The upstream goes on only when its first event is here: nothing was held back.
    if (text === '') goOn();
    text += chunk;
  }
  expect(text).toBe(events.join(''));
});

// subtle: the runtime notices a closed connection by the next byte that it cannot write, or by a reset.
test('a client that leaves ends the upstream’s work at its next event', async () => {
  const client = new AbortController();
  const answer = await fetch(`${worker.origin}/v1/completions`, {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify({ model: 'far/llama', prompt: 'for ever', stream: true }),
    signal: client.signal,
  });
  await answer.body!.getReader().read();
  client.abort();
  await expect.poll(() => left).toEqual(['/v1/completions']);
});

test.each([
  ['refuse', 'far: Incorrect API key: ***'],
  ['move', 'far answered 302.'],
])('an upstream that answers with %s is 502, without key or host', async (prompt, message) => {
  const { status, headers, text } = await post(prompt);
  expect(status).toBe(502);
  expect(JSON.parse(text)).toMatchObject({ error: { message } });
  for (const secret of [key, token, upstreamHost]) {
    expect(text).not.toContain(secret);
    expect(JSON.stringify(headers)).not.toContain(secret);
  }
});

test('foreign names, pages of other origins and clients without the token are refused', async () => {
  expect((await post('Once', { host: 'evil.example' })).status).toBe(403);
  expect((await post('Once', { origin: 'https://evil.example' })).status).toBe(403);
  expect((await post('Once', { origin: worker.origin })).status).toBe(200);
  expect((await post('Once', { authorization: 'Bearer other' })).status).toBe(401);
});

test('a class that comes at the same moment to a Worker that has just begun is served', async () => {
  const fresh = await start({ ACCESS_TOKEN: token });
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => ask(`${fresh.origin}/v1/models`, { headers: { authorization } })),
  );
  await fresh.stop();
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
});

test('each request is a line of the log', async () => {
  const { headers } = await post('Once');
  await expect.poll(() => worker.said.join('')).toContain(`"id":"${headers['x-request-id'] as string}"`);
});

test('the page comes from the platform’s files, with a nonce of its own each time', async () => {
  const [one, two] = await Promise.all([ask(`${worker.origin}/`), ask(`${worker.origin}/tokens`)]);
  const nonces = [one, two].map(({ text, headers }) => {
    const nonce = /content="([\w+/=]+)"/.exec(text)?.[1];
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(headers.etag).toBeUndefined();
    return nonce;
  });
  expect(nonces[0]).not.toBe(nonces[1]);
  const script = await ask(`${worker.origin}/app.js`);
  expect(script.text).toBe('run()');
  expect(script.headers['x-content-type-options']).toBe('nosniff');
});

test.each([
  [{}, 'Set the secret ACCESS_TOKEN'],
  [{ OPEN: 'yes', CONFIG: '{' }, 'is not JSON'],
  [{ OPEN: 'perhaps' }, 'OPEN'],
  [{ OPEN: 'yes', CONFIG: '{"cache":{"seconds":9}}' }, 'no use for REDIS_URL, cache'],
])('set up as %j it says why it does not run, to its owner only', async (texts, words) => {
  const other = await start(texts);
  const { status, text } = await ask(`${other.origin}/healthz`);
  await expect.poll(() => other.said.join('')).toContain(words);
  await other.stop();
  expect(status).toBe(500);
  expect(text).not.toContain(words);
});
