import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialState, type PlaygroundState } from './playground-state.ts';
import { until } from './testing/waits.ts';
import { whenWanted } from './when-wanted.ts';

const room = () => createStore<PlaygroundState>()(() => initialState(0));

test('the helper is fetched once, when it is first wanted, and set to work', async () => {
  const store = room();
  const done: string[] = [];
  const helper = { retry: () => done.push('work'), stop: () => done.push('stop') };
  const mine = whenWanted(
    store,
    ({ insideOpen }) => insideOpen,
    async () => (done.push('fetch'), helper),
    () => expect.unreachable(),
  );
  store.setState({ u: 0.5 });
  expect(done).toEqual([]);
  store.setState({ insideOpen: true });
  store.setState({ u: 0.25 });
  await until(() => done.includes('work'));
  expect(done).toEqual(['fetch', 'work']);
  mine.stop();
  expect(done.at(-1)).toBe('stop');
});

test('what cannot be had is told of once; another try can succeed', async () => {
  const store = room();
  const faults: string[] = [];
  let worked = 0;
  let online = false;
  const mine = whenWanted(
    store,
    ({ insideOpen }) => insideOpen,
    async () => {
      if (!online) throw new TypeError('Failed to fetch dynamically imported module');
      return { retry: () => worked++, stop: () => undefined };
    },
    ({ code }) => faults.push(code),
  );
  store.setState({ insideOpen: true });
  await until(() => faults.length === 1);
  store.setState({ u: 0.5 });
  expect(faults).toEqual(['offline']);
  online = true;
  mine.retry();
  await until(() => worked === 1);
  expect(faults).toHaveLength(1);
});
