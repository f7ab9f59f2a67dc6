import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const timeouts = { firstByte: 60_000, idle: 60_000, request: 30_000 };
const limits = {
  requestsPerMinute: 600,
  concurrent: 16,
  tokensPerDay: 2_000_000,
  tokensPerDayInAll: 20_000_000,
};
const rest = { timeouts, limits, cache: undefined, trustProxy: false };

test('nothing configured is no upstream', () => {
  expect(readConfig(undefined, {})).toEqual({ ok: true, value: { upstreams: [], ...rest } });
});

test('a key in the environment is enough for OpenAI', () => {
  const config = readConfig(undefined, { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://localhost:9/v1/' });
  expect(config).toEqual({
    ok: true,
    value: {
      upstreams: [
        { name: 'openai', preset: 'openai', baseUrl: 'http://localhost:9/v1', key: 'k', models: undefined },
      ],
      ...rest,
    },
  });
});

test('a preset has an address of its own, and a key may come from a variable', () => {
  const file = JSON.stringify({
    upstreams: [
      { name: 'here', preset: 'llama.cpp' },
      { name: 'there', baseUrl: 'https://example.org/v1', keyFrom: 'THERE', models: ['a'] },
    ],
    timeouts: { idle: 5 },
  });
  expect(readConfig(file, { THERE: 'k' })).toEqual({
    ok: true,
    value: {
      upstreams: [
        {
          name: 'here',
          preset: 'llama.cpp',
          baseUrl: 'http://127.0.0.1:8080/v1',
          key: undefined,
          models: undefined,
        },
        { name: 'there', preset: undefined, baseUrl: 'https://example.org/v1', key: 'k', models: ['a'] },
      ],
      ...rest,
      timeouts: { firstByte: 60_000, idle: 5, request: 30_000 },
    },
  });
});

test('a cache is kept when its seconds are given; a proxy is trusted by the file or by the environment', () => {
  const file = JSON.stringify({ cache: { seconds: 60 }, trustProxy: true });
  const value = { upstreams: [], timeouts, limits, cache: { seconds: 60, entries: 500 } };
  expect(readConfig(file, {})).toEqual({ ok: true, value: { ...value, trustProxy: true } });
  expect(readConfig(file, { TRUST_PROXY: '0' })).toMatchObject({ value: { trustProxy: false } });
  expect(readConfig(undefined, { TRUST_PROXY: '1' })).toMatchObject({ value: { trustProxy: true } });
  const wrong = readConfig(undefined, { TRUST_PROXY: 'yes' });
  expect(wrong.ok ? '' : wrong.fault.message).toContain('TRUST_PROXY: 1 or 0');
});

test.each([
  ['{', 'is not JSON'],
  ['{"upstream":[]}', 'upstream'],
  ['{"upstreams":[{"name":"A B","preset":"vllm"}]}', 'upstreams.0.name: small letters'],
  ['{"upstreams":[{"name":"a","preset":"gpt"}]}', 'upstreams.0.preset'],
  ['{"upstreams":[{"name":"a"}]}', 'upstreams.0: needs a preset or a baseUrl'],
  ['{"upstreams":[{"name":"a","baseUrl":"file:///etc"}]}', 'upstreams.0.baseUrl: an http or https address'],
  [
    '{"upstreams":[{"name":"a","preset":"vllm"},{"name":"a","preset":"vllm"}]}',
    'upstreams: two have the same name',
  ],
  ['{"upstreams":[{"name":"a","preset":"vllm","keyFrom":"NOT_SET"}]}', 'the variable NOT_SET is not set'],
  ['{"timeouts":{"idle":0}}', 'timeouts.idle'],
  ['{"limits":{"concurrent":1.5}}', 'limits.concurrent'],
  ['{"cache":{}}', 'cache.seconds'],
  ['{"cache":{"seconds":60,"entries":0}}', 'cache.entries'],
  ['{"trustProxy":"yes"}', 'trustProxy'],
])('%s is refused: %s', (file, words) => {
  const config = readConfig(file, {});
  expect(config.ok ? '' : config.fault.message).toContain(words);
});
