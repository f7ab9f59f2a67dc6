import { afterEach, expect, test } from 'vitest';
import { fault, FaultError } from '../../../shared/fault.ts';
import type { ModelEngine } from '../../engines/model/engine.ts';
import type { ModelOptions } from '../../state/room-services.ts';
import { createPlayground, type Playground } from './playground.ts';
import { handClock, letterModel, letterServices, mapStorage } from './testing/letter-services.ts';
import { quiet, until } from './testing/waits.ts';

const open: Playground[] = [];
afterEach(() => open.splice(0).forEach((playground) => playground.stop()));

const [A, B] = [97, 98];
/** The one always says a, the other b; the first sees eight letters, the second two. */
const tiny = () => letterModel('tiny', { next: () => ({ [A]: 1 }) }, 8);
const trigram = () => letterModel('trigram', { next: () => ({ [B]: 1 }) }, 2);

/** A page whose models come when the test says so. */
function paused(storage = mapStorage()) {
  const asked: {
    id: string;
    options: ModelOptions;
    come: (engine: ModelEngine) => void;
    fail: (error: unknown) => void;
  }[] = [];
  const { services } = letterServices(
    () => ({ [A]: 1 }),
    storage,
    handClock(),
    (id, options) =>
      new Promise((come, fail) => {
        asked.push({ id, options, come, fail });
        options.signal?.addEventListener('abort', () => fail(new FaultError(fault('aborted', 'given up'))));
      }),
  );
  const playground = createPlayground(services);
  open.push(playground);
  const { store } = playground;
  const state = () => store.getState();
  const says = () => (state().prediction.phase === 'done' ? state().trace?.modelOrder[0] : undefined);
  return { playground, state, says, asked, ids: () => asked.map(({ id }) => id) };
}

/** The stand-in answers and tiny is on its way. */
async function withStandIn(storage = mapStorage()) {
  const page = paused(storage);
  void page.playground.start('');
  await until(() => page.asked.length === 1);
  page.asked[0]!.come(trigram());
  await until(() => page.asked.length === 2);
  await quiet(page.playground);
  return page;
}

test('the trigram is loaded first and answers until tiny is there; each prediction names its model', async () => {
  const { playground, state, says, asked, ids } = await withStandIn();
  expect(ids()).toEqual(['trigram', 'tiny']);
  expect(says()).toBe(B);
  expect(state()).toMatchObject({
    modelId: 'tiny',
    model: { phase: 'running' },
    answering: { id: 'trigram' },
    prediction: { value: { maker: { id: 'trigram' } } },
  });
  asked[1]!.options.onProgress?.({ loaded: 43, total: 100 });
  expect(state().loading).toEqual({ id: 'tiny', loaded: 43, total: 100 });
  await playground.step();
  asked[1]!.come(tiny());
  await until(() => says() === A);
  expect(state()).toMatchObject({
    model: { phase: 'done' },
    answering: { id: 'tiny' },
    loading: undefined,
    prediction: { value: { maker: { id: 'tiny' } } },
  });
  await playground.step();
  expect(state().document.drawn.map(({ id, maker }) => [id, maker])).toEqual([
    [B, 'trigram'],
    [A, 'tiny'],
  ]);
});

test('cancel ends the loading at once and leaves the trigram chosen, also after a reload', async () => {
  const storage = mapStorage();
  const { playground, state, says, asked } = await withStandIn(storage);
  playground.cancelModel();
  expect(asked[1]!.options.signal!.aborted).toBe(true);
  await until(() => state().model.phase === 'done');
  expect(state()).toMatchObject({ modelId: 'trigram', answering: { id: 'trigram' }, notices: [] });
  // What comes too late is not heard.
  asked[1]!.come(tiny());
  await quiet(playground);
  expect(says()).toBe(B);
  playground.flush();
  const again = paused(storage);
  void again.playground.start('');
  await until(() => again.asked.length === 1);
  expect(again.ids()).toEqual(['trigram']);
});

test('a model that cannot be had is told of with its fault; the trigram goes on, and another try can succeed', async () => {
  const { playground, state, says, asked } = await withStandIn();
  const broken = fault('broken-file', 'weights.bin has a wrong checksum', { file: 'weights.bin' });
  asked[1]!.fail(new FaultError(broken));
  await until(() => state().model.phase === 'failed');
  expect(state().notices).toEqual([{ key: 1, unavailable: 'tiny', answering: 'trigram', reason: broken }]);
  expect(state()).toMatchObject({ modelId: 'tiny', answering: { id: 'trigram' } });
  await playground.step();
  expect(state().document.drawn[0]).toMatchObject({ id: B, maker: 'trigram' });

  playground.retry();
  expect(state().notices).toEqual([]);
  await until(() => asked.length === 3);
  asked[2]!.come(tiny());
  await until(() => says() === A);
});

test('when neither can be had there is no answer, and the chosen one’s fault is told', async () => {
  const { playground, state, asked } = paused();
  void playground.start('');
  await until(() => asked.length === 1);
  asked[0]!.fail(new FaultError(fault('offline', 'the first')));
  await until(() => asked.length === 2);
  asked[1]!.fail(new FaultError(fault('offline', 'the second')));
  await until(() => state().model.phase === 'failed');
  expect(state()).toMatchObject({ answering: undefined, model: { fault: { message: 'the second' } } });
  expect(state().notices).toEqual([]);
});

test('switching keeps text, settings, bias, window, seed and u; a model that is open answers at once', async () => {
  const { playground, state, says, asked } = await withStandIn();
  asked[1]!.come(tiny());
  await until(() => says() === A);
  playground.setWindow(5);
  playground.setU(0.25);
  playground.setSettings({ ...state().settings, preset: 'custom', temperature: 0.5 });
  await quiet(playground);
  expect(state().reading).toMatchObject({ value: { window: { length: 5 } } });
  const { document, settings, bias, windowSize, seed, u } = state();

  await playground.chooseModel('trigram');
  await until(() => says() === B);
  expect(state()).toMatchObject({ document, settings, bias, windowSize, seed, u });
  // Five tokens are more than it sees: the choice is kept, two are shown to it.
  expect(state().reading).toMatchObject({ value: { window: { length: 2 } } });
  await playground.chooseModel('tiny');
  await until(() => says() === A);
  expect(state().reading).toMatchObject({ value: { window: { length: 5 } } });
  expect(asked).toHaveLength(2);
});

test('undo and rewind go on across a switch, and each token keeps the model that it was drawn with', async () => {
  const { playground, state, says, asked } = await withStandIn();
  await playground.step();
  asked[1]!.come(tiny());
  await until(() => says() === A);
  await playground.step();
  await playground.step();
  const { text } = state().document;
  playground.rewind(0);
  await quiet(playground);
  expect(state().document.drawn).toEqual([]);
  playground.undo();
  expect(state().document.text).toBe(text);
  expect(state().document.drawn.map(({ maker }) => maker)).toEqual(['trigram', 'tiny', 'tiny']);
  playground.undo();
  expect(state().document.drawn).toHaveLength(2);
});

test('playing goes on with tiny from the next token when it comes', async () => {
  const storage = mapStorage();
  const page = await withStandIn(storage);
  const { playground, state, asked } = page;
  playground.setSpeed(20);
  void playground.play();
  await until(() => state().document.drawn.length === 1);
  asked[1]!.come(tiny());
  await until(() => state().answering?.id === 'tiny');
  expect(state().playing).toBe(true);
  await quiet(playground);
  await playground.step();
  expect(state().document.drawn.at(-1)!.maker).toBe('tiny');
});
