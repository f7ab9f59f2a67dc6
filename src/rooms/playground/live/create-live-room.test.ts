import { afterEach, describe, expect, test } from 'vitest';
import { fault } from '../../../../shared/fault.ts';
import { valueOf } from '../../../state/async.ts';
import { createPlayground, type Playground } from '../playground.ts';
import { handClock, letterServices, mapStorage } from '../testing/letter-services.ts';
import { until } from '../testing/waits.ts';
import { livePick } from './live-pick.ts';
import { biasIsLost } from './live-stages.ts';
import { known, scriptedClient, type ScriptedClient } from './testing/scripted-client.ts';

const open: Playground[] = [];
afterEach(() => open.splice(0).forEach((playground) => playground.stop()));

/** Half, three tenths and a tenth are listed; a tenth is shared by seven tokens, none above .1. */
const list = [known('b', 0.5, 1), known('c', 0.3, 2), known(' d', 0.1, 3)];

/** A model whose encoding the page knows. */
const reading = { tokenizer: 'r50k_base', vocabularySize: 50_257 } as const;

async function started(client: ScriptedClient = scriptedClient(list), text = 'aa', storage = mapStorage()) {
  const { services, clock } = letterServices(() => ({ 97: 1 }), storage, handClock());
  const playground = createPlayground({ ...services, live: async () => client });
  open.push(playground);
  await playground.start('');
  playground.replaceText({ text, plain: text.length, exact: 0, drawn: [] });
  const state = () => playground.store.getState();
  await until(() => state().liveRoom !== undefined && state().offers.phase !== 'running');
  const live = () => state().liveRoom!.store.getState();
  const answered = () =>
    until(() => {
      clock.pass(400);
      const { answer } = live();
      return (
        answer.phase === 'failed' || (answer.phase === 'done' && answer.value.text === state().document.text)
      );
    });
  return { playground, state, live, answered, clock };
}

test('what the proxy offers is listed; without a proxy the page says so once, and its own model answers', async () => {
  const { state } = await started();
  expect(valueOf(state().offers)?.map(({ id }) => id)).toEqual(['far/one']);
  const nobody: ScriptedClient = {
    ...scriptedClient(list),
    models: async () => ({ ok: false, fault: fault('not-found', 'no proxy'), exchange: undefined }),
  };
  const storage = mapStorage();
  const first = await started(nobody, 'aa', storage);
  expect(first.state().notices).toMatchObject([{ said: 'no-proxy' }]);
  await until(() => first.state().prediction.phase === 'done');
  first.playground.stop();
  const second = await started(nobody, 'aa', storage);
  expect(second.state().notices).toEqual([]);
});

test('the chosen model is asked for the text as it stands, and the page’s own no more', async () => {
  const client = scriptedClient(list);
  const { playground, state, live, answered } = await started(client);
  playground.chooseLive('far/one');
  await answered();
  expect(client.asks.map(({ prompt, there }) => [prompt.text, there])).toEqual([['aa', undefined]]);
  expect(state().trace).toBeUndefined();
  expect(live().trace).toMatchObject({ ok: true });
  void playground.chooseModel('tiny');
  await until(() => state().trace !== undefined);
  expect(state().live).toBeUndefined();
});

describe('a draw on this page', () => {
  test('takes the token that holds u: b to .5, c to .8, d to .9; what is not listed behind them', async () => {
    const { playground, state, live, answered } = await started();
    playground.chooseLive('far/one');
    await answered();
    const at = (u: number) => livePick(live(), u)?.kind;
    expect([0.49, 0.79, 0.89, 0.91].map(at)).toEqual(['token', 'token', 'token', 'remainder']);
    playground.setU(0.79);
    expect(await playground.step()).toBe(true);
    expect(state().document.text).toBe('aac');
    expect(live().log).toMatchObject([
      { text: 'c', at: 2, end: 3, by: 'draw', model: Math.exp(Math.log(0.3)) },
    ]);
  });

  test('on what is not listed adds nothing', async () => {
    const { playground, state, answered } = await started();
    playground.chooseLive('far/one');
    await answered();
    playground.setU(0.95);
    expect(await playground.step()).toBe(false);
    expect(state().document.text).toBe('aa');
  });

  test('at another temperature asks nothing anew; at T = ½ b lies between the two ends of what the rest can be', async () => {
    const client = scriptedClient(list);
    const { playground, state, live, answered } = await started(client);
    playground.chooseLive('far/one');
    await answered();
    playground.setSettings({ ...state().settings, preset: 'custom', temperature: 0.5 });
    expect(client.asks).toHaveLength(1);
    // Squares: .25 + .09 + .01 = .35. The tenth among seven: even 7 × (.1/7)² = .00143, packed .1² = .01.
    const { trace } = live();
    if (trace?.ok !== true) throw new Error('no trace');
    expect(trace.value.tokens[0]!.final.low).toBeCloseTo(0.25 / 0.36, 7);
    expect(trace.value.tokens[0]!.final.high).toBeCloseTo(0.25 / (0.35 + 0.01 / 7), 7);
  });

  test('undo takes the token back, rewinding goes to before it, with its u', async () => {
    const { playground, state, live, answered } = await started();
    playground.chooseLive('far/one');
    await answered();
    playground.setU(0.1);
    for (let n = 0; n < 3; n++) {
      await answered();
      playground.setU(0.1);
      expect(await playground.step()).toBe(true);
    }
    expect(state().document.text).toBe('aabbb');
    playground.undo();
    expect(state().document.text).toBe('aabb');
    state().liveRoom!.rewind(0);
    expect([state().document.text, state().u, live().log.length]).toEqual(['aa', 0.1, 0]);
  });
});

test('typing waits for a pause before it asks, and asks once', async () => {
  const client = scriptedClient(list);
  const { playground, answered, clock } = await started(client);
  playground.chooseLive('far/one');
  await answered();
  for (const [at, insert] of ['x', 'y', 'z'].entries())
    playground.type([{ from: 2 + at, to: 2 + at, insert }]);
  expect(client.asks).toHaveLength(1);
  clock.pass(299);
  expect(client.asks).toHaveLength(1);
  await answered();
  expect(client.asks.map(({ prompt }) => prompt.text)).toEqual(['aa', 'aaxyz']);
});

test('at the provider: the settings are sent in its words, it draws, and each new draw asks it again', async () => {
  const client = scriptedClient(list, { more: reading });
  const { playground, state, live, answered } = await started(client);
  playground.setSampler('there');
  playground.setSettings({ ...state().settings, preset: 'custom', temperature: 0.7, topK: 5 });
  playground.setBias([{ encoding: 'r50k_base', id: 98, bias: 0, label: 'b', muted: false, banned: true }]);
  playground.chooseLive('far/one');
  await answered();
  const { seed, draws } = state();
  expect(client.asks.at(-1)!.there).toEqual({
    seed: seed + draws,
    temperature: 0.7,
    logit_bias: { 98: -100 },
  });
  playground.newDraw();
  await until(() => client.asks.length === 2);
  await answered();
  expect(await playground.step()).toBe(true);
  expect(live().log).toMatchObject([{ text: 'b', by: 'provider', final: undefined }]);
});

test('a bias on a token that is not listed can only be sent to the provider, and says so', async () => {
  const { playground, live, answered } = await started(scriptedClient(list, { more: reading }));
  playground.setBias([{ encoding: 'r50k_base', id: 98, bias: 5, label: 'b', muted: false, banned: false }]);
  playground.chooseLive('far/one');
  await answered();
  expect(live().trace).toMatchObject({ ok: false, fault: { code: 'provider-only' } });
});

test('without the model’s ids a bias is neither used nor sent', async () => {
  const client = scriptedClient(list);
  const { playground, state, live, answered } = await started(client);
  playground.setBias([{ encoding: 'r50k_base', id: 1, bias: 5, label: 'b', muted: false, banned: false }]);
  playground.chooseLive('far/one');
  await answered();
  expect(biasIsLost(state())).toBe(true);
  const { trace } = live();
  expect(trace?.ok === true && trace.value.stages).toEqual([]);
});

test('a part of a character and the end of a text are not added', async () => {
  const half = { text: '\uFFFD', bytes: new Uint8Array([0xe3, 0x81]), id: 7, logprob: Math.log(0.6) };
  const end = known('<|endoftext|>', 0.3, 50256);
  const client = scriptedClient([half, end], { more: { tokenizer: 'r50k_base', vocabularySize: 50257 } });
  const { playground, live, answered, state } = await started(client);
  playground.chooseLive('far/one');
  await answered();
  expect(livePick(live(), 0.1)?.kind).toBe('part');
  expect(livePick(live(), 0.7)?.kind).toBe('end');
  playground.setU(0.1);
  expect(await playground.step()).toBe(false);
  expect(state().document.text).toBe('aa');
});

test('Play shows what it costs first, makes so many calls and no more', async () => {
  const client = scriptedClient([known('b', 1)]);
  const { playground, state, live, answered, clock } = await started(client);
  playground.chooseLive('far/one');
  await answered();
  void playground.play();
  expect(live().planning).toBe(true);
  expect(client.asks).toHaveLength(1);
  state().liveRoom!.setPlayLength(7);
  // Seven calls that read 2, 3, … 8 tokens and write one each: 35 + 7.
  expect(state().liveRoom!.costOfPlay(7)).toEqual({ calls: 7, tokens: 42 });
  const run = state().liveRoom!.play();
  await until(() => {
    clock.pass(300);
    return !state().playing;
  });
  await run;
  expect(state().document.text).toBe(`aa${'b'.repeat(7)}`);
  await answered();
  expect(client.asks).toHaveLength(8);
});

test('a refusal takes away what was said of the text before', async () => {
  const client = scriptedClient(list);
  let refuses = false;
  const fault400 = fault('provider-refused', 'too long', { status: 400, message: 'too long' });
  const refusing: ScriptedClient = {
    ...client,
    next: (ask, signal) =>
      refuses
        ? Promise.resolve({ ok: false, fault: fault400, exchange: undefined })
        : client.next(ask, signal),
  };
  const { playground, live, answered } = await started(refusing);
  playground.chooseLive('far/one');
  await answered();
  expect(live().trace?.ok).toBe(true);
  refuses = true;
  playground.replaceText({ text: 'longer', plain: 6, exact: 0, drawn: [] });
  await answered();
  expect(live()).toMatchObject({ answer: { phase: 'failed', fault: fault400 }, trace: undefined });
  expect(valueOf(live().answer)).toBeUndefined();
});

test('what the provider refuses is told, its exchange is kept, and asking again works', async () => {
  const refused = fault('provider-refused', 'no', { status: 400, message: 'no' });
  const client = scriptedClient(list, { fault: refused });
  const { playground, live, state, answered } = await started(client);
  playground.chooseLive('far/one');
  await answered();
  expect(live()).toMatchObject({ answer: { phase: 'failed', fault: refused }, asked: 1 });
  state().liveRoom!.askAgain();
  await until(() => client.asks.length === 2);
});

test('sampled paths come one after the other and stay', async () => {
  const { playground, state, live, answered } = await started();
  playground.chooseLive('far/one');
  await answered();
  state().liveRoom!.setPathCount(3);
  expect(state().liveRoom!.costOfPaths(3, 6)).toEqual({ calls: 3, tokens: 18 });
  await state().liveRoom!.runPaths();
  expect(live().paths).toMatchObject({ phase: 'done', paths: [{ text: 'b' }, { text: 'b' }, { text: 'b' }] });
  expect(live().asked).toBe(4);
});

test('a model whose encoding is another one is read in it, and the page’s own again afterwards', async () => {
  const client = scriptedClient(list, { more: { tokenizer: 'o200k_base' } });
  const { playground, state, answered } = await started(client);
  playground.chooseLive('far/one');
  await answered();
  expect([state().liveEncoding, state().encoding, state().document.text]).toEqual([
    'o200k_base',
    'o200k_base',
    'aa',
  ]);
  void playground.chooseModel('tiny');
  expect([state().liveEncoding, state().encoding]).toEqual([undefined, 'r50k_base']);
});
