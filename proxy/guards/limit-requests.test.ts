import { expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { memoryStore } from '../limits/counter-store.ts';
import { createLimits, type LimitSettings } from '../limits/limits.ts';
import { eventStream } from '../openai/server-sent-events.ts';
import { appParts } from '../testing/app-parts.ts';

const generous = { requestsPerMinute: 1000, concurrent: 1000, tokensPerDay: 1e9, tokensPerDayInAll: 1e9 };

function server(settings: Partial<LimitSettings>, answer: () => Response) {
  const limits = createLimits(
    { ...generous, ...settings },
    memoryStore(() => 0),
    () => 0,
  );
  const app = createApp(
    appParts({ limits, upstream: { models: async () => [], send: async () => answer() } }),
  );
  return (body: unknown) =>
    app.request('http://localhost/v1/completions', { method: 'POST', body: JSON.stringify(body) });
}

async function* numbers(count: number) {
  for (let n = 0; n < count; n++) yield { n };
}

test('beyond the limit is 429 with the time to wait and what is accepted', async () => {
  const post = server({ requestsPerMinute: 1 }, () => Response.json({}));
  expect((await post({ max_tokens: 1 })).status).toBe(200);
  const refused = await post({ max_tokens: 1 });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('120');
  expect(await refused.json()).toMatchObject({
    error: { type: 'rate_limit_error', code: 'rate', message: 'Too many requests: 1 a minute are accepted.' },
  });
});

test('a place is free again when the answer has been read, or its reader has left', async () => {
  const post = server({ concurrent: 1 }, () => eventStream(numbers(3)));
  const first = await post({});
  expect((await post({})).status).toBe(429);
  expect(await first.text()).toBe('data: {"n":0}\n\ndata: {"n":1}\n\ndata: {"n":2}\n\ndata: [DONE]\n\n');
  const second = await post({});
  expect(second.status).toBe(200);
  await second.body!.cancel();
  expect((await post({})).status).toBe(200);
});

test('tokens are counted as made: by a stream’s events, or as the answer says', async () => {
  const streamed = server({ tokensPerDay: 100 }, () => eventStream(numbers(9)));
  await (await streamed({ max_tokens: 100 })).text();
  // Nine events and the end.
  expect((await streamed({ max_tokens: 91 })).status).toBe(429);
  expect((await streamed({ max_tokens: 90 })).status).toBe(200);
  const whole = server({ tokensPerDay: 100 }, () => Response.json({ usage: { completion_tokens: 40 } }));
  await (await whole({ max_tokens: 20, n: 4 })).text();
  expect((await whole({ max_tokens: 61 })).status).toBe(429);
  expect((await whole({ max_tokens: 60 })).status).toBe(200);
});

test('an answer that does not say what it made is taken at what was asked for; a refused one has made nothing', async () => {
  const silent = server({ tokensPerDay: 100 }, () => Response.json({}));
  await (await silent({ max_tokens: 60 })).text();
  expect((await silent({ max_tokens: 41 })).status).toBe(429);
  const left = server({ tokensPerDay: 100 }, () => Response.json({ usage: { completion_tokens: 1 } }));
  await (await left({ max_tokens: 60 })).body!.cancel();
  expect((await left({ max_tokens: 41 })).status).toBe(429);
  const refused = server({ tokensPerDay: 100 }, () => Response.json({}, { status: 400 }));
  await (await refused({ max_tokens: 100 })).text();
  expect((await refused({ max_tokens: 100 })).status).toBe(400);
});

test('several prompts are continued each; a number beyond all budgets is one', async () => {
  const post = server({ tokensPerDay: 100 }, () => Response.json({}));
  expect((await post({ prompt: ['a', 'b', 'c'], max_tokens: 34 })).status).toBe(429);
  expect((await post({ prompt: [[1], [2], [3]], max_tokens: 17, n: 2 })).status).toBe(429);
  expect((await post({ prompt: [1, 2, 3], max_tokens: 1e300 })).status).toBe(429);
  expect((await post({ prompt: [1, 2, 3], max_tokens: 34 })).status).toBe(200);
});

test('an answer that was made for another request costs this one nothing', async () => {
  const answer = { usage: { completion_tokens: 100 } };
  const post = server({ tokensPerDay: 100 }, () =>
    Response.json(answer, { headers: { 'X-Tokenscope-Cache': 'shared' } }),
  );
  for (let n = 0; n < 3; n++) {
    const response = await post({ max_tokens: 100 });
    expect(response.status).toBe(200);
    await response.text();
  }
});

test('an answer that breaks off gives its place back', async () => {
  const post = server({ concurrent: 1 }, () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) });
    return new Response(body);
  });
  await expect((await post({})).text()).rejects.toThrow('cut');
  expect((await post({})).status).toBe(200);
});
