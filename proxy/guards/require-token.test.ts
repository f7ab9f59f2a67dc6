import { expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { memoryStore } from '../limits/counter-store.ts';
import { createLimits } from '../limits/limits.ts';
import { appParts } from '../testing/app-parts.ts';

const token = 'correct-horse-battery';

function server(requestsPerMinute = 1000) {
  const settings = { requestsPerMinute, concurrent: 1000, tokensPerDay: 1e9, tokensPerDayInAll: 1e9 };
  const limits = createLimits(
    settings,
    memoryStore(() => 0),
    () => 0,
  );
  const app = createApp(
    appParts({ accessToken: token, limits, clientOf: (c) => c.req.header('x-client') ?? 'one' }),
  );
  return (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
}

const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

test.each<[string, Record<string, string>]>([
  ['Authorization', { Authorization: `Bearer ${token}` }],
  ['a scheme in small letters', { authorization: `bearer ${token}` }],
  ['X-Access-Token', { 'X-Access-Token': token }],
  ['X-Access-Token beside another’s key', { 'X-Access-Token': token, Authorization: 'Bearer sk-other' }],
])('who gives the token is let in: %s', async (_, headers) => {
  expect((await server()('/v1/models', headers)).status).toBe(200);
});

test('without a token /v1 and /api answer 401, and say how it is given', async () => {
  const get = server();
  for (const path of ['/v1/models', '/v1/none', '/v1', '/api/capabilities', '/%76%31/models']) {
    const answer = await get(path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await codeOf(answer)).toBe('access_token_required');
  }
  expect(await codeOf(await get('/v1/models', { Authorization: 'Basic YTpi' }))).toBe(
    'access_token_required',
  );
});

test('the page and /healthz are open', async () => {
  const get = server();
  expect((await get('/')).status).toBe(200);
  expect((await get('/healthz')).status).toBe(200);
});

test.each([token.slice(1), `${token}x`, token.toUpperCase(), 'x'])(
  'a wrong token is 401, and is not repeated: %s',
  async (wrong) => {
    const answer = await server()('/v1/models', { Authorization: `Bearer ${wrong}` });
    expect(answer.status).toBe(401);
    const text = await answer.text();
    expect(text).toContain('access_token_wrong');
    expect(text).not.toContain(wrong.length > 1 ? wrong : token);
    expect(text).not.toContain(token);
  },
);

test('guesses are counted: beyond the limit neither a wrong nor the right one is answered', async () => {
  const get = server(3);
  for (let n = 0; n < 3; n++)
    expect((await get('/v1/models', { 'X-Access-Token': `guess-${n}` })).status).toBe(401);
  for (const guess of ['guess-3', token]) {
    const answer = await get('/v1/models', { 'X-Access-Token': guess });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).not.toBeNull();
  }
  expect((await get('/v1/models', { 'X-Access-Token': token, 'X-Client': 'another' })).status).toBe(200);
});

test('the right token is not a guess: of three requests a minute three are answered, and the fourth is one too many', async () => {
  const get = server(3);
  const statuses = [];
  for (let n = 0; n < 4; n++) statuses.push((await get('/v1/models', { 'X-Access-Token': token })).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
});
