import { expect, test, vi } from 'vitest';
import { createApp } from '../app.ts';
import { eventStream } from '../openai/server-sent-events.ts';
import { refusal } from '../openai/errors.ts';
import { answerCache } from '../sharing/answer-cache.ts';
import { shareAnswers } from '../sharing/share-answers.ts';
import { appParts } from '../testing/app-parts.ts';
import type { Upstream } from '../upstreams/upstream.ts';

type Line = Readonly<Record<string, unknown>>;

/** A server that logs, in front of an upstream that answers so. */
function server(send: Upstream['send'], more: Parameters<typeof appParts>[0] = {}) {
  const lines: string[] = [];
  const app = createApp(
    appParts({
      upstream: shareAnswers(
        { models: async () => [], send },
        answerCache({ seconds: 60, entries: 10 }, () => 0),
      ),
      log: (line) => void lines.push(line),
      clientOf: (c) => c.req.header('x-client') ?? '203.0.113.7',
      ...more,
    }),
  );
  return {
    lines,
    told: (): readonly Line[] => lines.map((line) => JSON.parse(line) as Line),
    get: (path: string, init: RequestInit = {}) => app.request(`http://localhost${path}`, init),
    post: (body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) =>
      app.request('http://localhost/v1/completions?key=in-the-query', {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers,
        ...(signal && { signal }),
      }),
  };
}

async function* pieces(...values: unknown[]) {
  yield* values;
}

const answer = { choices: [{ text: ' upon' }], usage: { completion_tokens: 2 } };

test('a request is one line, written when its last byte has gone', async () => {
  const { told, post } = server(async () =>
    Response.json(answer, { headers: { 'X-Request-Id': 'req_of_the_upstream' } }),
  );
  const response = await post({ model: 'far/llama', prompt: 'Once', temperature: 0 });
  expect(told()).toEqual([]);
  const { length } = await response.text();
  const [line] = told();
  expect(line).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    level: 'info',
    id: response.headers.get('x-request-id'),
    method: 'POST',
    path: '/v1/completions',
    status: 200,
    ms: expect.any(Number) as number,
    client: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
    model: 'far/llama',
    upstream: 'far',
    upstreamId: 'req_of_the_upstream',
    cache: 'miss',
    tokens: 2,
    bytes: length,
    aborted: false,
  });
});

test('a stream tells its events as tokens; a reader that leaves is told of', async () => {
  const { told, post } = server(async () => eventStream(pieces({ n: 1 }, { n: 2 }, { n: 3 })));
  await (await post({ model: 'tiny', stream: true })).text();
  const reader = (await post({ model: 'tiny', stream: true })).body!.getReader();
  await reader.read();
  await reader.cancel();
  // Three events and the end; then the one that was read, of 15 bytes: data: {"n":1} and two ends of lines.
  expect(told()).toMatchObject([
    { upstream: 'bundled', tokens: 4, aborted: false },
    { tokens: 1, bytes: 15, aborted: true },
  ]);
});

test('a stream that breaks off is an error, a refusal is a warning', async () => {
  const cut = () => new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) });
  const { told, post, get } = server(async () => new Response(cut()));
  await expect((await post({ model: 'm', stream: true })).text()).rejects.toThrow('cut');
  await (await get('/v1/none')).text();
  await get('/v1/models', { method: 'HEAD' });
  expect(told()).toMatchObject([
    { level: 'error', broken: true, aborted: false },
    { level: 'warn', status: 404, path: '/v1/none' },
    { level: 'info', status: 200, method: 'HEAD', bytes: 0 },
  ]);
});

test('a client that leaves before it is answered is told of', async () => {
  const leaver = new AbortController();
  const { told, post } = server(async (_endpoint, _body, signal) => {
    leaver.abort(new Error('gone'));
    signal.throwIfAborted();
    return Response.json({});
  });
  await post({ model: 'm' }, {}, leaver.signal);
  expect(told()).toMatchObject([{ aborted: true, bytes: 0 }]);
});

test('two clients have two names, one has one; another server gives others', async () => {
  const names = async () => {
    const { told, get } = server(async () => Response.json({}));
    for (const [path, client] of [
      ['/v1/models', 'a'],
      ['/v1/models', 'b'],
      ['/api/none', 'a'],
    ] as const)
      await (await get(path, { headers: { 'X-Client': client } })).text();
    return told().map(({ client }) => client as string);
  };
  const [first, second] = [await names(), await names()];
  expect(first[0]).toBe(first[2]);
  expect(new Set([...first, ...second]).size).toBe(4);
});

test('the page is not logged, and without a log a request has an id all the same', async () => {
  const { lines, get } = server(async () => Response.json({}));
  await (await get('/')).text();
  expect(lines).toEqual([]);
  const quiet = server(async () => Response.json({}), { log: undefined });
  expect((await quiet.get('/v1/models')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('no line holds a key, a token, an address, or a word of what was asked and answered', async () => {
  const accessToken = 'letmein-letmein-letmein';
  const secrets = ['letmein', 'sk-secret', 'Rumpel', 'stilzchen', '203.0.113', 'in-the-query', 'spindle'];
  const errors: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
  let asked = 0;
  const { lines, post, get } = server(
    async () => {
      asked += 1;
      if (asked === 1) return Response.json({ ...answer, choices: [{ text: 'stilzchen' }] });
      if (asked === 2) return eventStream(pieces({ text: 'stilzchen' }));
      if (asked === 3) return refusal(400, { message: 'stilzchen is not accepted' });
      // A parser quotes what it could not read.
      return Response.json(JSON.parse('stilzchen') as unknown);
    },
    { accessToken },
  );
  const headers = { 'X-Access-Token': accessToken, Authorization: 'Bearer sk-secret' };
  const body = { model: 'tiny', prompt: 'Rumpel', user: 'Rumpel' };
  for (const more of [{ seed: 1 }, { seed: 1 }, { stream: true }, {}, {}])
    await (await post({ ...body, ...more }, headers)).text();
  for (const model of ['a model named Rumpel', ['Rumpel'], 'Rumpel\n'])
    await (await post({ ...body, model }, headers)).text();
  await (await post('{"prompt":"Rumpel', headers)).text();
  await (await post(body, { 'X-Access-Token': 'sk-secret-sk-secret' })).text();
  await (await get('/v1/models?user=Rumpel', { headers: { Authorization: 'Bearer sk-secret' } })).text();
  await (await get('/v1/Rumpel', { headers })).text();
  await (await get('/api/sk-secret', { headers })).text();
  expect(lines).toHaveLength(13);
  expect(errors.map((line) => JSON.parse(line) as Line)).toContainEqual(
    expect.objectContaining({
      level: 'error',
      error: 'SyntaxError',
      id: (JSON.parse(lines[4]!) as Line)['id'],
    }),
  );
  for (const secret of secrets) expect([...lines, ...errors].join('\n')).not.toContain(secret);
});
