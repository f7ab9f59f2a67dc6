import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorOf, startWatchedServer, token } from '../testing/watched-server.ts';

/* Clients that mean no good, or are badly made, against a server process: real sockets. */

const perMinute = 30;
let server: Awaited<ReturnType<typeof startWatchedServer>>;
beforeAll(async () => {
  server = await startWatchedServer({ limits: { requestsPerMinute: perMinute, concurrent: 4 } });
});
afterAll(async () => {
  expect(server.upstream.running()).toBe(0);
  expect(await server.stop()).toEqual([]);
});

/** Each test is a client of its own, so that none meets the limits that another one has reached. */
const as = (client: number) => ({ 'x-forwarded-for': `192.0.2.${client}` });
const post = (client: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  server.ask('/v1/completions', { body, headers: { ...as(client), ...headers } });
const good = { model: 'far/good', prompt: 'Once' };

test('a flood of 100: 30 a minute are answered, the others are told when to come again; nobody else notices', async () => {
  const flood = Array.from({ length: 100 }, () => server.ask('/v1/models', { headers: as(1) }));
  const other = await post(2, good);
  expect(other.status).toBe(200);
  const answers = await Promise.all(flood);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(perMinute);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(100 - perMinute);
  for (const answer of refused) {
    expect(errorOf(answer)).toMatchObject({ type: 'rate_limit_error', code: 'rate' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }
});

test('four at a time: the fifth is refused until one has left, which the upstream sees within 100 ms', async () => {
  const leave = await Promise.all(Array.from({ length: 4 }, () => openStream(3, 'stalls')));
  const fifth = await post(3, good);
  expect(fifth.status).toBe(429);
  expect(errorOf(fifth).code).toBe('concurrency');
  const ended = server.upstream.ended.length;
  const left = performance.now();
  leave[0]!();
  await expect.poll(() => server.upstream.ended.length, { interval: 5 }).toBe(ended + 1);
  expect(server.upstream.ended[ended]!.at - left).toBeLessThan(100);
  await expect.poll(async () => (await post(3, good)).status, { interval: 20 }).toBe(200);
  for (const each of leave) each();
});

test.each(['stalls', 'drips', 'floods'] as const)(
  'a client that leaves a stream that %s is gone for the upstream within 100 ms',
  async (deed) => {
    const leave = await openStream(4, deed);
    const ended = server.upstream.ended.length;
    const left = performance.now();
    leave();
    await expect.poll(() => server.upstream.ended.length, { interval: 5 }).toBe(ended + 1);
    expect(server.upstream.ended[ended]).toMatchObject({ deed, whole: false });
    expect(server.upstream.ended[ended]!.at - left).toBeLessThan(100);
  },
);

test('a client that leaves before the first byte too', async () => {
  const asked = request(`${server.origin}/v1/completions`, {
    method: 'POST',
    agent: false,
    headers: { authorization: `Bearer ${token}`, ...as(5) },
  });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ model: 'far/silent', prompt: 'Once' }));
  await expect.poll(() => server.upstream.running(), { interval: 5 }).toBe(1);
  const left = performance.now();
  asked.destroy();
  await expect.poll(() => server.upstream.running(), { interval: 5 }).toBe(0);
  expect(server.upstream.ended.at(-1)!.at - left).toBeLessThan(100);
});

test.each([true, false])(
  '50 MB are refused before they are read; their length told before: %s',
  async (told) => {
    const socket = connect(server.port, '127.0.0.1');
    let answer = '';
    let over = false;
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => (over = true));
    const length = told ? 'Content-Length: 50000000' : 'Transfer-Encoding: chunked';
    socket.write(head(6, length));
    const piece = Buffer.from(told ? 'a'.repeat(50_000) : `c350\r\n${'a'.repeat(50_000)}\r\n`);
    let sent = 0;
    while (sent < 1000 && answer === '' && !over) {
      sent += 1;
      if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), once(socket, 'data')]);
    }
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    // What was sent until then has 50 kB each; the sockets' own buffers hold a few MB of it.
    expect(sent).toBeLessThan(500);
    server.saw(answer);
    socket.destroy();
  },
);

test.each<[unknown, string | null]>([
  [{ prompt: 'Once' }, 'model'],
  [{ model: 7, prompt: 'Once' }, 'model'],
  [{ model: 'tiny', prompt: { text: 'Once' } }, 'prompt'],
  [{ model: 'tiny', prompt: 'Once', max_tokens: '9' }, 'max_tokens'],
  [{ model: 'tiny', prompt: 'Once', temperature: null, top_p: [] }, 'top_p'],
  [{ model: 'tiny', prompt: 'Once', n: 9 }, 'n'],
  [{ model: 'tiny', prompt: 'Once', logit_bias: [1] }, 'logit_bias'],
  [{ model: 'tiny', prompt: 'Once', stop: ['a', 'b', 'c', 'd', 'e'] }, 'stop'],
  [{ model: 'tiny', prompt: 'Once', stream: 'yes' }, 'stream'],
  [['model'], 'model'],
  ['null', null],
  ['{"model":', null],
  ['\u0000', null],
])('%j is 400, by the name of the field', async (body, param) => {
  const answer = await post(7, body);
  expect(answer.status).toBe(400);
  expect(errorOf(answer)).toMatchObject({ type: 'invalid_request_error', param });
});

test.each([
  ['https://evil.example', 403],
  ['null', 403],
  ['http://localhost:1', 403],
  ['javascript:0', 403],
])('a page of %s is %i', async (origin, status) => {
  const answer = await post(8, good, { origin });
  expect(answer.status).toBe(status);
  expect(errorOf(answer).code).toBe('unknown_origin');
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '0', '[::ffff:1.2.3.4]'])(
  'asked by the name %j it does not answer',
  async (host) => {
    const answer = await post(9, good, { host });
    expect(answer.status).toBe(403);
    expect(errorOf(answer).code).toBe('unknown_host');
  },
);

test.each(['Bearer', 'Bearer wrong', `Basic ${token}`, `Bearer ${token.slice(1)}`])(
  '%s lets nobody in',
  async (authorization) => {
    const answer = await post(10, good, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  },
);

test('a body that comes a byte at a time has a second in all, holds no place, and keeps nobody waiting', async () => {
  const slow = await Promise.all(Array.from({ length: 8 }, () => drip(11)));
  const before = performance.now();
  expect((await post(11, good)).status).toBe(200);
  expect(performance.now() - before).toBeLessThan(500);
  for (const answer of await Promise.all(slow.map(({ ended }) => ended))) expect(answer).toContain(' 408 ');
});

test('what is no HTTP is refused, and the server goes on', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.end('\u0016\u0003\u0001\u0002hello\r\n\r\n');
  const answer = await readAll(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  const health = await server.ask('/healthz');
  expect(health.status).toBe(200);
});

function head(client: number, length: string): string {
  return [
    'POST /v1/completions HTTP/1.1',
    `Host: 127.0.0.1:${server.port}`,
    `Authorization: Bearer ${token}`,
    `X-Forwarded-For: 192.0.2.${client}`,
    `${length}\r\n\r\n`,
  ].join('\r\n');
}

/** A stream whose first byte is there; the function that comes back leaves it. */
async function openStream(client: number, deed: string): Promise<() => void> {
  const asked = request(`${server.origin}/v1/completions`, {
    method: 'POST',
    agent: false,
    headers: { authorization: `Bearer ${token}`, ...as(client) },
  });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ model: `far/${deed}`, prompt: 'Once', stream: true }));
  await new Promise<void>((resolve) =>
    asked.once('response', (answer) => {
      answer.on('error', () => undefined);
      answer.once('data', () => resolve());
    }),
  );
  return () => void asked.destroy();
}

/** A request of which a byte comes every 50 ms. */
async function drip(client: number): Promise<{ readonly ended: Promise<string> }> {
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(head(client, 'Content-Length: 1000'));
  const drops = setInterval(() => socket.write('{'), 50);
  return { ended: readAll(socket).finally(() => clearInterval(drops)) };
}

async function readAll(socket: Socket): Promise<string> {
  let text = '';
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(socket, 'close');
  server.saw(text);
  return text;
}
