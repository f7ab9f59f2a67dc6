import { afterAll, beforeAll, expect, test } from 'vitest';
import { goodAnswer, goodStream, type Deed } from '../testing/faulty-upstream.ts';
import { errorOf, startWatchedServer } from '../testing/watched-server.ts';

/* What a client gets when the server behind the server misbehaves: real processes, real sockets. */

let server: Awaited<ReturnType<typeof startWatchedServer>>;
beforeAll(async () => (server = await startWatchedServer()));
afterAll(async () => {
  expect(server.upstream.running()).toBe(0);
  expect(await server.stop()).toEqual([]);
});

/** Whether the upstream was let finish, in its own view, of the requests that it has had for this. */
const wholes = (deed: Deed) =>
  server.upstream.ended.filter((each) => each.deed === deed).map(({ whole }) => whole);

test('what is well is passed on byte for byte', async () => {
  expect((await server.complete('good')).text).toBe(goodAnswer);
  expect((await server.complete('stream', { stream: true })).text).toBe(goodStream);
});

test('nobody listens there: 502', async () => {
  const answer = await server.ask('/v1/completions', { body: { model: 'nobody/good', prompt: 'Once' } });
  expect(answer.status).toBe(502);
  expect(errorOf(answer)).toMatchObject({ code: 'unreachable', message: 'nobody cannot be reached.' });
});

test.each<[Deed, number, string, string | null]>([
  ['silent', 504, 'upstream_error', 'timeout'],
  ['hangs-up', 502, 'upstream_error', 'unreachable'],
  ['busy', 429, 'rate_limit_error', null],
  ['broken', 500, 'upstream_error', null],
  ['ten-megabytes', 500, 'upstream_error', null],
  ['stalls-in-error', 503, 'upstream_error', null],
  ['moved', 502, 'upstream_error', null],
  ['a-page', 502, 'upstream_error', 'broken_answer'],
  ['blabs', 400, 'invalid_request_error', '***'],
])('%s: %i %s', async (deed, status, type, code) => {
  for (const stream of [false, true]) {
    const answer = await server.complete(deed, { stream });
    expect(answer.status).toBe(status);
    expect(errorOf(answer)).toMatchObject({ type, code });
    expect(answer.headers['location']).toBeUndefined();
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['retry-after']).toBe(deed === 'busy' ? '7' : undefined);
  }
});

test.each<[Deed]>([['stalls'], ['cuts']])(
  '%s in mid-stream: what has come is passed on, and the end is a broken one',
  async (deed) => {
    const answer = await server.complete(deed, { stream: true });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(goodStream.slice(0, answer.text.length));
    expect(answer.text).not.toBe('');
    expect(answer.complete).toBe(false);
    await expect.poll(() => wholes(deed)).toEqual([false]);
  },
);

test('half a line, and JSON that is none, are the upstream’s own bytes', async () => {
  const half = await server.complete('half-a-line', { stream: true });
  expect(half.text.endsWith('data: {"choices":[{"te')).toBe(true);
  const garbage = await server.complete('garbage');
  expect(garbage.text).toBe('{"choices": [{"text": \u0000');
});

test.each<[Deed, number]>([
  ['garbage', 502],
  ['stalls-in-json', 504],
])('with logprobs an answer is read, and %s is %i', async (deed, status) => {
  const answer = await server.complete(deed, { logprobs: 1 });
  expect(answer.status).toBe(status);
  expect(errorOf(answer)).toMatchObject({ type: 'upstream_error' });
});

test.each<[Deed]>([['stalls'], ['cuts'], ['half-a-line']])(
  'with logprobs a stream that %s ends with an event that says so',
  async (deed) => {
    const { text } = await server.complete(deed, { logprobs: 1, stream: true });
    const last = text.trimEnd().split('\n\n').at(-1)!;
    expect(last).toMatch(/^data: \{"error":/);
  },
);

test('an upstream that drips keeps nobody else waiting, and is left when its client leaves', async () => {
  const { promise, client } = drink();
  await expect.poll(() => server.upstream.running()).toBe(1);
  const before = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => server.complete('good')));
  // Twenty answers of a few milliseconds each: far from the minutes that a drip would take.
  expect(performance.now() - before).toBeLessThan(2000);
  client.abort();
  await promise;
  await expect.poll(() => server.upstream.running()).toBe(0);
});

function drink() {
  const client = new AbortController();
  const promise = fetch(`${server.origin}/v1/completions`, {
    method: 'POST',
    headers: { 'x-access-token': 'a-token-of-the-class-0123456789' },
    body: JSON.stringify({ model: 'far/drips', prompt: 'Once', stream: true }),
    signal: client.signal,
  })
    .then((answer) => answer.text())
    .catch(() => '');
  return { promise, client };
}

test('a list of models that cannot be had is left out, and the others are there', async () => {
  const { status, text } = await server.ask('/v1/models');
  expect(status).toBe(200);
  expect(text).toContain('"far/good"');
  expect(text).toContain('"tiny"');
  expect(text).not.toContain('nobody');
});
