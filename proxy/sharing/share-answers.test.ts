import { expect, test } from 'vitest';
import type { Upstream } from '../upstreams/upstream.ts';
import { answerCache } from './answer-cache.ts';
import { shareAnswers } from './share-answers.ts';

const body = { model: 'm', prompt: 'Once', temperature: 0, max_tokens: 1 };
const never = new AbortController().signal;

/** An upstream that answers when it is told to. */
function controlled() {
  const asked: {
    readonly signal: AbortSignal;
    answer(response: Response): void;
    fail(error: Error): void;
  }[] = [];
  const upstream: Upstream = {
    models: async () => [],
    send: (_endpoint, _body, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        asked.push({ signal, answer: resolve, fail: reject });
      }),
  };
  return { asked, upstream };
}

const originOf = (response: Response) => response.headers.get('x-tokenscope-cache');

test('forty that ask the same at once are one request of the upstream, and each gets the whole answer', async () => {
  const { asked, upstream } = controlled();
  const shared = shareAnswers(upstream);
  const all = Array.from({ length: 40 }, () => shared.send('completions', { ...body }, never));
  expect(asked).toHaveLength(1);
  asked[0]!.answer(Response.json({ text: 'upon' }, { headers: { 'X-Kept': 'yes' } }));
  const answers = await Promise.all(all);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(
    Array.from({ length: 40 }, () => '{"text":"upon"}'),
  );
  expect(answers.map((answer) => answer.headers.get('x-kept'))).not.toContain(null);
  // One of them has made it.
  const origins = answers.map(originOf);
  const times = (origin: string): number => origins.filter((each) => each === origin).length;
  expect([times('miss'), times('shared')]).toEqual([1, 39]);
});

test('the order of fields makes no difference; any other difference does', async () => {
  const { asked, upstream } = controlled();
  const shared = shareAnswers(upstream);
  const send = (endpoint: 'completions' | 'chat/completions', sent: unknown) =>
    void shared.send(endpoint, sent, never);
  const logit_bias = { 5: 1, 12: 2 };
  send('completions', { ...body, logit_bias, stop: ['a', 'b'] });
  send('completions', { stop: ['a', 'b'], logit_bias: { 12: 2, 5: 1 }, ...body });
  expect(asked).toHaveLength(1);
  send('completions', { ...body, logit_bias, stop: ['b', 'a'] });
  send('chat/completions', { ...body, logit_bias, stop: ['a', 'b'] });
  send('completions', { ...body, prompt: 'once' });
  expect(asked).toHaveLength(4);
});

test.each([
  ['the likeliest token each time', { temperature: 0 }, 1],
  ['a seed', { temperature: 1, seed: 0 }, 1],
  ['nothing drawn at all', { max_tokens: 0, echo: true }, 1],
  ['chance', { temperature: 1 }, 2],
  ['the upstream’s own temperature', {}, 2],
  ['no seed', { seed: null }, 2],
  ['a stream', { temperature: 0, stream: true }, 2],
])('%s: %j twice is %i requests of the upstream', async (_, how, requests) => {
  const { asked, upstream } = controlled();
  const shared = shareAnswers(upstream);
  for (let n = 0; n < 2; n++) void shared.send('completions', { model: 'm', prompt: 'Once', ...how }, never);
  expect(asked).toHaveLength(requests);
});

test('who leaves is let go at once, and the others still get theirs', async () => {
  const { asked, upstream } = controlled();
  const shared = shareAnswers(upstream);
  const leaver = new AbortController();
  const left = shared.send('completions', body, leaver.signal);
  const stays = shared.send('completions', body, never);
  leaver.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(asked[0]!.signal.aborted).toBe(false);
  asked[0]!.answer(Response.json({}));
  // Whoever began it has left: the tokens are counted for the one who stayed.
  expect(originOf(await stays)).toBe('miss');
});

test('when all have left the upstream is ended at once, and the next one begins anew', async () => {
  const { asked, upstream } = controlled();
  const shared = shareAnswers(upstream);
  const leavers = Array.from({ length: 3 }, () => new AbortController());
  const all = leavers.map(({ signal }) => shared.send('completions', body, signal));
  for (const leaver of leavers) leaver.abort(new Error('gone'));
  for (const one of all) await expect(one).rejects.toThrow('gone');
  expect(asked[0]!.signal.aborted).toBe(true);
  const next = shared.send('completions', body, never);
  expect(asked).toHaveLength(2);
  asked[1]!.answer(Response.json({}));
  expect((await next).status).toBe(200);
});

test('a failure is told to all who wait, and is not remembered', async () => {
  const { asked, upstream } = controlled();
  const shared = shareAnswers(
    upstream,
    answerCache({ seconds: 60, entries: 10 }, () => 0),
  );
  const two = [0, 1].map(() => shared.send('completions', body, never));
  asked[0]!.fail(new Error('broken'));
  for (const one of two) await expect(one).rejects.toThrow('broken');
  const refused = shared.send('completions', body, never);
  asked[1]!.answer(Response.json({ error: {} }, { status: 429, headers: { 'Retry-After': '7' } }));
  expect((await refused).headers.get('retry-after')).toBe('7');
  void shared.send('completions', body, never);
  expect(asked).toHaveLength(3);
});

test('an answer that breaks off is refused in the protocol’s shape', async () => {
  const { asked, upstream } = controlled();
  const answer = shareAnswers(upstream).send('completions', body, never);
  asked[0]!.answer(
    new Response(new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })),
  );
  expect((await answer).status).toBe(502);
  expect(await (await answer).json()).toMatchObject({ error: { code: 'broken_off' } });
});

test('with a cache a later request is answered from it, until its seconds are over', async () => {
  const { asked, upstream } = controlled();
  let time = 0;
  const shared = shareAnswers(
    upstream,
    answerCache({ seconds: 60, entries: 10 }, () => time),
  );
  const first = shared.send('completions', body, never);
  asked[0]!.answer(Response.json({ text: 'upon' }));
  expect(originOf(await first)).toBe('miss');
  time = 59_999;
  const second = await shared.send('completions', body, never);
  expect([originOf(second), await second.text()]).toEqual(['hit', '{"text":"upon"}']);
  time = 60_000;
  void shared.send('completions', body, never);
  expect(asked).toHaveLength(2);
});

test('without a cache nothing is kept', async () => {
  const { asked, upstream } = controlled();
  const shared = shareAnswers(upstream);
  const first = shared.send('completions', body, never);
  asked[0]!.answer(Response.json({}));
  await first;
  void shared.send('completions', body, never);
  expect(asked).toHaveLength(2);
});
