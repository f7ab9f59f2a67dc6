import { afterEach, describe, expect, test } from 'vitest';
import { playgroundKey } from '../../state/storage-keys.ts';
import { createPlayground, type Playground } from './playground.ts';
import { handClock, letterModel, letterServices, mapStorage } from './testing/letter-services.ts';
import { quiet, until } from './testing/waits.ts';

const open: Playground[] = [];
afterEach(() => open.splice(0).forEach((playground) => playground.stop()));

const [A, B, C] = [97, 98, 99];
/** After any text: b with 1/2, c with 3/10, a with 1/5. */
const threeWay = () => ({ [B]: 0.5, [C]: 0.3, [A]: 0.2 });

async function started(text = 'aa', storage = mapStorage(), next: () => Record<number, number> = threeWay) {
  const { services, clock } = letterServices(next, storage, handClock());
  const playground = createPlayground(services);
  open.push(playground);
  await playground.start('');
  playground.replaceText({ text, plain: text.length, exact: 0, drawn: [] });
  await quiet(playground);
  return { playground, storage, clock, state: () => playground.store.getState() };
}

describe('a draw', () => {
  test('takes the token whose share of the tape holds u: [0, .5) b, [.5, .8) c, [.8, 1) a', async () => {
    const { playground, state } = await started();
    playground.setU(0.79);
    await playground.step();
    expect(state().document.text).toBe('aac');
    expect(state().document.drawn.map(({ id, at, end }) => [id, at, end])).toEqual([[C, 2, 3]]);
    await quiet(playground);
    playground.setU(0.81);
    await playground.step();
    expect(state().document.text).toBe('aaca');
  });

  test('leaves u alone while temperature moves', async () => {
    const { playground, state } = await started();
    const { u, trace, settings } = state();
    const before = trace!.model.probabilities[B];
    playground.setSettings({ ...settings, preset: 'custom', temperature: 0.5 });
    expect(state().u).toBe(u);
    expect(state().trace!.model.probabilities[B]).toBe(before);
    // Squares of .5, .3, .2 are .25, .09, .04: b has 25/38.
    expect(state().trace!.final.probabilities[B]).toBeCloseTo(25 / 38, 12);
  });

  test('of the same seed is the same again', async () => {
    const { playground, state } = await started();
    playground.setSeed(7);
    const first = state().u;
    playground.newDraw();
    expect(state().u).not.toBe(first);
    playground.setSeed(7);
    expect(state().u).toBe(first);
  });

  test('outside [0, 1) is refused', async () => {
    const { playground } = await started();
    expect(() => playground.setU(1)).toThrow('[0, 1)');
  });
});

test('the same text, asked for again before it has been read the first time, is read', async () => {
  const { services } = letterServices(threeWay, mapStorage(), handClock());
  const playground = createPlayground(services);
  open.push(playground);
  await playground.start('');
  for (let times = 0; times < 3; times++) playground.setWindow(4 - times);
  await quiet(playground);
  expect(playground.store.getState().reading.phase).toBe('done');
});

describe('undo and rewind', () => {
  test('undo takes one token back, with the u that drew it', async () => {
    const { playground, state } = await started();
    await playground.step();
    await quiet(playground);
    const { u } = state();
    await playground.step();
    playground.undo();
    expect(state().document.drawn).toHaveLength(1);
    expect(state().u).toBe(u);
    expect(state().document.text).toHaveLength(3);
  });

  test('rewinding shows the token under the needle again, and undo brings the rest back', async () => {
    const { playground, state } = await started();
    for (let i = 0; i < 5; i++) await playground.step();
    const { text, drawn } = state().document;
    playground.rewind(2);
    await quiet(playground);
    expect(state().document.text).toBe(text.slice(0, 4));
    expect(state().u).toBe(drawn[2]!.u);
    await playground.step();
    expect(state().document.drawn[2]).toEqual(drawn[2]);
    playground.undo();
    playground.undo();
    expect(state().document.text).toBe(text);
    expect(state().document.drawn).toEqual(drawn);
  });

  test('typing after drawn tokens keeps them in the history and makes their text plain', async () => {
    const { playground, state } = await started();
    await playground.step();
    await playground.step();
    playground.type([{ from: 4, to: 4, insert: 'xyz' }]);
    expect(state().document).toMatchObject({ exact: 0, plain: 7 });
    expect(state().document.drawn).toHaveLength(2);
    playground.type([{ from: 2, to: 3, insert: '' }]);
    expect(state().document.drawn).toHaveLength(0);
  });
});

describe('keeping', () => {
  test('a reload brings text, drawn tokens, u and settings back', async () => {
    const { playground, state, storage, clock } = await started('ab');
    await playground.step();
    playground.setSettings({ ...state().settings, preset: 'custom', temperature: 0.7 });
    clock.pass(1000);
    const { document, u, settings } = state();
    const { services } = letterServices(threeWay, storage);
    const again = createPlayground(services);
    open.push(again);
    await again.start('');
    expect(again.store.getState().document.text).toBe(document.text);
    expect(again.store.getState().document.drawn[0]!.id).toBe(document.drawn[0]!.id);
    expect(again.store.getState().u).toBeCloseTo(u, 8);
    expect(again.store.getState().settings).toEqual(settings);
  });

  test('a link opened elsewhere restores the same, keeps what stood there, and can be taken back', async () => {
    const { playground, state } = await started('link me');
    const link = await playground.link();
    if (!link.ok) throw new Error(link.fault.message);
    const elsewhere = await started('mine');
    await elsewhere.playground.openLink(link.value);
    expect(elsewhere.state().document.text).toBe(state().document.text);
    expect(elsewhere.state().notices.map((notice) => 'said' in notice)).toEqual([true]);
    elsewhere.playground.bringBack();
    expect(elsewhere.state().document.text).toBe('mine');
  });

  test.each(['{"text":', '[1,2]', '"x"', '{"u":7,"seed":-1,"document":{"text":5}}'])(
    'garbage %s in storage is set aside with a notice, and the room works',
    async (garbage) => {
      const storage = mapStorage();
      storage.setItem(playgroundKey, garbage);
      const { playground, state } = await started('aa', storage);
      expect(state().notices.length).toBeGreaterThan(0);
      expect(storage.getItem(`${playgroundKey}/unreadable`)).toBe(garbage);
      await playground.step();
      expect(state().document.drawn).toHaveLength(1);
    },
  );

  test('a full storage is told of once', async () => {
    const { playground, state, storage, clock } = await started();
    clock.pass(1000);
    storage.full = true;
    for (let i = 0; i < 3; i++) {
      playground.newDraw();
      clock.pass(1000);
    }
    const codes = state().notices.map((notice) => 'fault' in notice && notice.fault.code);
    expect(codes).toEqual(['storage-full']);
  });
});

describe('typing', () => {
  test('shows tokens at once; a model that took 100 ms is asked when 100 ms have passed without a key', async () => {
    const clock = handClock();
    let asked = 0;
    const { services } = letterServices(threeWay, mapStorage(), clock, async (id) => {
      const model = letterModel(id, { next: threeWay });
      return {
        ...model,
        async next(ids, options) {
          asked++;
          clock.pass(100);
          return model.next(ids, options);
        },
      };
    });
    const playground = createPlayground(services);
    open.push(playground);
    await playground.start('');
    await quiet(playground);
    const before = asked;
    const { length } = playground.store.getState().document.text;
    for (const insert of ['a', 'b', 'c']) {
      playground.type([{ from: length, to: length, insert }]);
      const { document } = playground.store.getState();
      await until(() => {
        const { reading } = playground.store.getState();
        return reading.phase === 'done' && reading.value.document === document;
      });
      clock.pass(99);
    }
    expect(asked).toBe(before);
    clock.pass(1);
    await quiet(playground);
    expect(asked).toBe(before + 1);
  });
});

describe('playing', () => {
  test('adds a token each 1/speed seconds and stops at the end of the text', async () => {
    const { playground, state, clock } = await started('a');
    playground.setSpeed(10);
    void playground.play();
    for (let i = 0; i < 3; i++) {
      await until(() => state().document.drawn.length === i + 1);
      clock.pass(99);
      expect(state().document.drawn).toHaveLength(i + 1);
      clock.pass(1);
    }
    await until(() => state().document.drawn.length === 4);
    playground.pause();
    expect(state().playing).toBe(false);
  });
});
