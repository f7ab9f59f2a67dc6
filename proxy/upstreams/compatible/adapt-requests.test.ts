import { expect, test } from 'vitest';
import { refusal } from '../../openai/errors.ts';
import { adaptRequests } from './adapt-requests.ts';
import { complaintOf } from './complaint.ts';
import type { RequestBody } from './other-form.ts';

const { signal } = new AbortController();
const unsupported = (param: string) =>
  refusal(400, { message: 'Unsupported parameter', param, code: 'unsupported_parameter' });

/** A model that answers as `judge` says, or with 200; what it was sent is kept. */
function model(judge: (body: RequestBody) => Response | undefined) {
  const sent: RequestBody[] = [];
  const adapted = adaptRequests(async (_, body) => {
    sent.push(body);
    return judge(body) ?? Response.json({ ok: true });
  });
  const ask = (body: RequestBody, endpoint: 'completions' | 'chat/completions' = 'chat/completions') =>
    adapted.send(endpoint, { model: 'm', ...body }, signal);
  return { sent, ask, ...adapted };
}

test('a refused parameter is dropped, told, and left out of the next request', async () => {
  const { sent, ask, refused } = model(({ temperature }) =>
    temperature === undefined ? undefined : unsupported('temperature'),
  );
  const first = await ask({ temperature: 0.5, top_p: 1 });
  expect(first.answer.status).toBe(200);
  expect(first.dropped).toEqual(['temperature']);
  expect(sent).toEqual([
    { model: 'm', temperature: 0.5, top_p: 1 },
    { model: 'm', top_p: 1 },
  ]);
  expect(refused('m')).toEqual(['temperature']);
  expect((await ask({ temperature: 1 })).dropped).toEqual(['temperature']);
  expect((await ask({ top_p: 1 })).dropped).toEqual([]);
  // One each, and not asked again with what is known to be refused.
  expect(sent).toHaveLength(4);
});

test('what another model, or the same with an effort, refuses is a matter of its own; what is forgotten is sent again', async () => {
  const { ask, forget, refused } = model(({ temperature, reasoning_effort }) =>
    temperature === undefined || reasoning_effort === 'none' ? undefined : unsupported('temperature'),
  );
  await ask({ temperature: 0.5 });
  expect((await ask({ temperature: 0.5, reasoning_effort: 'none' })).dropped).toEqual([]);
  expect(refused('other')).toEqual([]);
  forget('m');
  expect(refused('m')).toEqual([]);
});

test('a request that fails all the same teaches nothing', async () => {
  const { ask, refused } = model(({ seed }) =>
    seed === undefined ? refusal(404, { message: 'no such model' }) : unsupported('seed'),
  );
  expect((await ask({ seed: 1 })).answer.status).toBe(404);
  expect(refused('m')).toEqual([]);
});

test('like a gpt-5: five refusals are one too many for a request', async () => {
  const names = ['temperature', 'top_p', 'presence_penalty', 'logprobs', 'logit_bias'];
  const { sent, ask } = model((body) => {
    const name = names.find((name) => body[name] !== undefined);
    return name === undefined ? undefined : unsupported(name);
  });
  const body = {
    temperature: 0,
    top_p: 1,
    presence_penalty: 0,
    logprobs: true,
    top_logprobs: 5,
    logit_bias: {},
  };
  const { answer, dropped } = await ask(body);
  expect(answer.status).toBe(400);
  // Four, and the length of the list goes with the list.
  expect(dropped).toEqual(['temperature', 'top_p', 'presence_penalty', 'logprobs', 'top_logprobs']);
  expect(sent).toHaveLength(5);
});

test.each(['model', 'messages', 'prompt', 'stream', 'max_completion_tokens'])(
  '%s is never dropped',
  async (name) => {
    const { sent, ask } = model(() => unsupported(name));
    const { answer, dropped } = await ask({ [name]: 'x', max_tokens: 3 });
    expect(answer.status).toBe(400);
    expect(dropped).toEqual([]);
    expect(sent).toHaveLength(1);
  },
);

test('max_tokens is renamed, either way, and the name is remembered', async () => {
  for (const [old, other] of [
    ['max_tokens', 'max_completion_tokens'],
    ['max_completion_tokens', 'max_tokens'],
  ] as const) {
    const { sent, ask, refused } = model((body) =>
      body[old] === undefined
        ? undefined
        : refusal(400, {
            message: `Unsupported parameter: '${old}'. Use '${other}' instead.`,
            param: old,
            code: 'unsupported_parameter',
          }),
    );
    const { dropped } = await ask({ [old]: 5 });
    await ask({ [old]: 6 });
    expect(sent.slice(1)).toEqual([
      { model: 'm', [other]: 5 },
      { model: 'm', [other]: 6 },
    ]);
    expect(dropped).toEqual([]);
    expect(refused('m')).toEqual([]);
  }
});

test('a server that takes a number for logprobs is asked with a number, once refused; and the other way round', async () => {
  const number = model(({ logprobs }) =>
    typeof logprobs === 'boolean'
      ? refusal(422, {
          message: 'logprobs: Input should be a valid integer',
          param: 'logprobs',
          code: 'int_type',
        })
      : undefined,
  );
  await number.ask({ logprobs: true, top_logprobs: 4 });
  await number.ask({ logprobs: true });
  expect(number.sent.slice(1)).toEqual([
    { model: 'm', logprobs: 4 },
    { model: 'm', logprobs: 1 },
  ]);

  const yes = model(({ logprobs }) =>
    typeof logprobs === 'number'
      ? refusal(400, {
          message: "Invalid type for 'logprobs': expected a boolean, but got an integer instead.",
        })
      : undefined,
  );
  await yes.ask({ logprobs: 4 });
  expect(yes.sent.slice(1)).toEqual([{ model: 'm', logprobs: true, top_logprobs: 4 }]);
});

test('when both forms are refused, the client hears of the form that it chose', async () => {
  const { sent, ask } = model(({ logprobs }) =>
    refusal(400, { message: `logprobs: ${typeof logprobs} is the wrong type`, param: 'logprobs' }),
  );
  const { answer } = await ask({ logprobs: true });
  expect(await answer.json()).toMatchObject({ error: { message: 'logprobs: boolean is the wrong type' } });
  expect(sent).toHaveLength(2);
});

test('biases as pairs become an object where pairs are refused, and the other way round', async () => {
  const wrong = (isWrong: boolean) =>
    isWrong ? refusal(400, { message: 'logit_bias: wrong type', param: 'logit_bias' }) : undefined;
  const objects = model(({ logit_bias }) => wrong(Array.isArray(logit_bias)));
  await objects.ask({
    logit_bias: [
      [5, -1.5],
      ['7', false],
    ],
  });
  expect(objects.sent[1]).toEqual({ model: 'm', logit_bias: { 5: -1.5, 7: -100 } });
  const pairs = model(({ logit_bias }) => wrong(!Array.isArray(logit_bias)));
  await pairs.ask({ logit_bias: { 5: -1.5 } });
  expect(pairs.sent[1]).toEqual({ model: 'm', logit_bias: [[5, -1.5]] });
});

const body = {
  model: 'm',
  prompt: 'p',
  temperature: 9,
  logprobs: 5,
  top_logprobs: 5,
  n: 2,
  stop: 'x',
  presence_penalty: 1,
};

test.each([
  ['Unsupported value: temperature does not support 9', null, 'unsupported_value', 'temperature', 'support'],
  ['Argument not supported on this model: presencePenalty', null, null, 'presence_penalty', 'support'],
  ["'logprobs' and 'top_logprobs' aren't supported", null, null, 'logprobs', 'support'],
  ['logprobs is not currently supported', null, null, 'logprobs', 'support'],
  ["`stop` isn't allowed here", null, null, 'stop', 'support'],
  ['This model gives none', 'logprobs', null, 'logprobs', 'support'],
  ['Extra inputs are not permitted', 'n', 'extra_forbidden', 'n', 'support'],
  [
    'json: cannot unmarshal number into Go struct field .logprobs of type bool',
    null,
    null,
    'logprobs',
    'form',
  ],
])('%s (%s, %s) is about %s', (message, param, code, named, about) => {
  expect(complaintOf({ error: { message, param, code } }, body)).toEqual({ param: named, about });
});

test.each([
  ['a value that is out of range', 'temperature must be between 0 and 2', 'temperature', null],
  [
    'a list that is too long',
    'Requested sample logprobs of 50, which is greater than max allowed: 20',
    'logprobs',
    null,
  ],
  ['a range in OpenAI’s words', 'Expected a value <= 5, but got 20', 'logprobs', 'integer_above_max_value'],
  ['two parameters at a time', 'temperature and presence_penalty are not supported together', null, null],
  ['a parameter that was not sent', 'Unsupported parameter', 'seed', 'unsupported_parameter'],
  ['a word that is not in quotes', 'The stop was unexpected', null, null],
  ['the prompt', 'prompt is not supported', 'prompt', 'unsupported_parameter'],
  ['nothing', 'Bad Request', null, null],
])('a refusal about %s is the client’s to hear', (_, message, param, code) => {
  expect(complaintOf({ error: { message, param, code } }, body)).toBeUndefined();
});
