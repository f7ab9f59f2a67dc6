import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Capabilities } from '../../shared/wire/capabilities.ts';
import type { Encoder } from '../../src/core/tokens/encoder.ts';
import { encodingIds } from '../../src/core/tokens/encoding-ids.ts';
import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';
import { probeModel } from './probe-model.ts';
import { plainText, tellingTexts } from './probe-texts.ts';
import { fakeModel, type Oddities } from './testing/fake-model.ts';

let encoder: Encoder;
beforeAll(async () => {
  encoder = await loadEncoder('cl100k_base');
});
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

const now = () => 5;

async function probe(odd: Oddities = {}) {
  const { upstream, close } = await fakeModel(encoder, odd);
  closers.push(close);
  return probeModel({ upstream, now, loadEncoder }, 'm', new AbortController().signal);
}

async function found(odd: Oddities = {}): Promise<Capabilities> {
  const probed = await probe(odd);
  if (!probed.ok) throw new Error(probed.error.message);
  return probed.value;
}

test('of a server that can do everything, everything is found, without ids and with', async () => {
  const all = {
    model: 'm',
    probedAt: 5,
    endpoints: { completions: true, chat: true },
    // The model has sixteen words.
    topLogprobs: { completions: 16, chat: 16 },
    logprobsAfter: { temperature: false, bias: false },
    logitBias: true,
    prefill: true,
    echo: true,
    promptIds: true,
    ids: false,
    seed: true,
    tokenizer: 'cl100k_base',
    vocabularySize: 100277,
    contextLength: 512,
    refused: [],
  };
  const one = await found();
  expect(one).toMatchObject(all);
  expect(await found({ tellsIds: true })).toMatchObject({ ...all, ids: true });
  // Two endpoints, a list of each, four texts, then 1 for temperature, 3 for biases, prefill, echo, ids, and 3 for seeds.
  expect(one.cost.calls).toBe(2 + 2 + 4 + 1 + 3 + 1 + 1 + 1 + 3);
  expect(one.cost.tokens).toBeGreaterThan(100);
});

test.each([
  [{ ignores: ['logit_bias'] }, { logitBias: false, logprobsAfter: { temperature: false, bias: null } }],
  [{ logprobsAfter: ['temperature'] }, { logprobsAfter: { temperature: true, bias: false } }],
  [{ logprobsAfter: ['bias'] }, { logprobsAfter: { temperature: false, bias: true }, logitBias: true }],
  [{ logprobsAfter: ['temperature', 'bias'] }, { logprobsAfter: { temperature: true, bias: true } }],
  [{ ignores: ['temperature'] }, { logprobsAfter: { temperature: false } }],
  [{ ignores: ['seed'] }, { seed: false }],
  [{ lacks: ['prefill'] }, { prefill: false }],
  [{ repeats: true }, { prefill: true }],
  [{ lacks: ['echo'] }, { echo: false }],
  [{ echoesOthers: true }, { echo: false }],
  [{ lacks: ['promptIds'] }, { promptIds: false }],
  [
    { refuses: ['temperature'] },
    { refused: ['temperature'], logprobsAfter: { temperature: null, bias: null }, logitBias: null },
  ],
  [{ refuses: ['logit_bias', 'seed'] }, { refused: ['logit_bias', 'seed'], logitBias: false, seed: false }],
  [
    { refuses: ['logprobs'] },
    { topLogprobs: { completions: 0, chat: 0 }, ids: null, logitBias: true, tokenizer: 'cl100k_base' },
  ],
  [
    { lacks: ['logprobs'] },
    {
      topLogprobs: { completions: 0, chat: 0 },
      logprobsAfter: { temperature: null, bias: null },
      ids: null,
      // By the text of the answer, and the id that its encoding gives it.
      logitBias: true,
    },
  ],
  [
    { lacks: ['completions'] },
    {
      endpoints: { completions: false, chat: true },
      topLogprobs: { completions: 0, chat: 16 },
      logprobsAfter: { temperature: false, bias: false },
      echo: null,
      promptIds: null,
      tokenizer: 'cl100k_base',
    },
  ],
  [
    { lacks: ['chat'] },
    {
      endpoints: { completions: true, chat: false },
      topLogprobs: { completions: 16, chat: 0 },
      prefill: null,
    },
  ],
  [{ topMost: 5 }, { topLogprobs: { completions: 5, chat: 5 } }],
  [{ topMost: 0 }, { topLogprobs: { completions: 0, chat: 0 } }],
] satisfies [Oddities, Partial<Record<keyof Capabilities, unknown>>][])(
  'a server with %j is seen through',
  async (odd, expected) => {
    expect(await found(odd)).toMatchObject(expected);
  },
);

test('a tokenizer that agrees on most texts is none of ours', async () => {
  const korean = (text: string): number =>
    encoder.encode(text, 'text').length - (text.includes('안') ? 4 : 0);
  expect(await found({ count: korean })).toMatchObject({
    tokenizer: null,
    vocabularySize: null,
    logitBias: null,
  });
  // Where ids are told, a bias needs no tokenizer.
  expect(await found({ count: korean, tellsIds: true })).toMatchObject({ tokenizer: null, logitBias: true });
});

test('without vocabularies the encoding is still found, by its counts', async () => {
  const { upstream, close } = await fakeModel(encoder);
  closers.push(close);
  const probed = await probeModel({ upstream, now }, 'm', new AbortController().signal);
  expect(probed).toMatchObject({
    value: { tokenizer: 'cl100k_base', vocabularySize: 100277, logitBias: null },
  });
});

test('a server that fails halfway leaves null what it did not show, and the rest stands', async () => {
  // Two endpoints and two lists; all that follows fails.
  expect(await found({ fails: { from: 5, status: 500 } })).toMatchObject({
    topLogprobs: { completions: 16, chat: 16 },
    logprobsAfter: { temperature: null, bias: null },
    logitBias: null,
    prefill: null,
    echo: null,
    promptIds: null,
    ids: false,
    seed: null,
    tokenizer: null,
    contextLength: 512,
  });
});

test.each([429, 500, 404])('a server that answers all with %i is refused with that', async (status) => {
  expect(await probe({ fails: { from: 1, status } })).toMatchObject({
    ok: false,
    status,
    error: { message: 'far: no more' },
  });
});

test('a probe that nobody waits for stops asking', async () => {
  const { upstream, close } = await fakeModel(encoder);
  closers.push(close);
  const controller = new AbortController();
  let sent = 0;
  const counting = {
    ...upstream,
    send: (...asked: Parameters<typeof upstream.send>) => {
      sent += 1;
      if (sent === 4) controller.abort(new Error('left'));
      return upstream.send(...asked);
    },
  };
  await expect(probeModel({ upstream: counting, now, loadEncoder }, 'm', controller.signal)).rejects.toThrow(
    'left',
  );
  expect(sent).toBe(4);
});

test('the telling texts count as they say, and tell every encoding from every other', async () => {
  const rows = await Promise.all(
    encodingIds.map(async (id) => {
      const { encode, ...rest } = await loadEncoder(id).then((one) => ({
        encode: (text: string) => one.encode(text, 'text').length,
        plain: one.encode(plainText, 'text').length,
      }));
      expect(rest.plain).toBe(1);
      for (const { text, counts } of tellingTexts) expect(encode(text)).toBe(counts[id]);
      return tellingTexts.map(({ counts }) => counts[id]).join();
    }),
  );
  expect(new Set(rows).size).toBe(encodingIds.length);
});
