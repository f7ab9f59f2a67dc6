import { expect, test } from 'vitest';
import { memoryStore, StoreUnavailable, type CounterStore } from './counter-store.ts';
import { createLimits, keepEvery, type Admission, type LimitSettings, type Refused } from './limits.ts';

const generous = { requestsPerMinute: 1000, concurrent: 1000, tokensPerDay: 1e9, tokensPerDayInAll: 1e9 };
const minute = 60_000;

function limits(settings: Partial<LimitSettings>) {
  // A whole number of days, so that windows begin at 0.
  const clock = { time: 86_400_000 * 100 };
  const store = memoryStore(() => clock.time);
  return { clock, limits: createLimits({ ...generous, ...settings }, store, () => clock.time) };
}

function admitted(answer: Admission | Refused): Admission {
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
  return answer;
}

test('three requests a minute: the fourth is told when it fits, another client does not wait', async () => {
  const { clock, limits: three } = limits({ requestsPerMinute: 3 });
  clock.time += 20_000;
  for (let n = 0; n < 3; n++) expect((await three.enter('a', 0)).ok).toBe(true);
  // 40 s to the turn of the minute, 20 s until 3 × ⅔ + 1 = 3; however often it is asked in between.
  for (let n = 0; n < 5; n++)
    expect(await three.enter('a', 0)).toEqual({ ok: false, reason: 'rate', retryAfter: 60, limit: 3 });
  expect((await three.enter('b', 0)).ok).toBe(true);
  clock.time += 59_000;
  expect((await three.enter('a', 0)).ok).toBe(false);
  clock.time += 1000;
  expect((await three.enter('a', 0)).ok).toBe(true);
});

test('a guess counts as a request does; to ask whether there is room counts nothing', async () => {
  const { limits: two } = limits({ requestsPerMinute: 2 });
  for (let n = 0; n < 5; n++) expect(await two.knock('a', false)).toBeUndefined();
  expect(await two.knock('a', true)).toBeUndefined();
  expect((await two.enter('a', 0)).ok).toBe(true);
  expect(await two.knock('a', false)).toMatchObject({ reason: 'rate' });
  expect(await two.knock('a', true)).toMatchObject({ reason: 'rate' });
});

test('the last minute counts by the share of it that is still within sixty seconds', async () => {
  const { clock, limits: three } = limits({ requestsPerMinute: 3 });
  for (let n = 0; n < 3; n++) await three.enter('a', 0);
  // Half a minute into the next one: 3 × ½ + 1 = 2.5, then 3.5.
  clock.time += 1.5 * minute;
  expect((await three.enter('a', 0)).ok).toBe(true);
  expect((await three.enter('a', 0)).ok).toBe(false);
  // Two minutes on nothing is left of it.
  clock.time += 2 * minute;
  expect((await three.enter('a', 0)).ok).toBe(true);
});

test('two at a time: who leaves makes room', async () => {
  const { limits: two } = limits({ concurrent: 2 });
  const first = admitted(await two.enter('a', 0));
  admitted(await two.enter('a', 0));
  expect(await two.enter('a', 0)).toMatchObject({
    ok: false,
    reason: 'concurrency',
    retryAfter: 1,
    limit: 2,
  });
  await first.leave();
  expect((await two.enter('a', 0)).ok).toBe(true);
});

test('what a request may make is taken first, and what it did not make is given back', async () => {
  const { limits: hundred } = limits({ tokensPerDay: 100 });
  const request = admitted(await hundred.enter('a', 80));
  expect(await hundred.enter('a', 30)).toMatchObject({ reason: 'budget', limit: 100 });
  await request.used(50);
  expect((await hundred.enter('a', 50)).ok).toBe(true);
  expect((await hundred.enter('a', 1)).ok).toBe(false);
});

test('the day’s budget of all ends for everybody, until midnight', async () => {
  const { clock, limits: hundred } = limits({ tokensPerDayInAll: 100 });
  clock.time += 86_400_000 - 5000;
  admitted(await hundred.enter('a', 60));
  expect(await hundred.enter('b', 60)).toEqual({ ok: false, reason: 'budget', retryAfter: 5, limit: 100 });
  clock.time += 5000;
  expect((await hundred.enter('b', 60)).ok).toBe(true);
});

test('a refused request takes nothing', async () => {
  const { limits: small } = limits({ tokensPerDay: 100, concurrent: 1 });
  const first = admitted(await small.enter('a', 10));
  for (let n = 0; n < 5; n++) expect((await small.enter('a', 90)).ok).toBe(false);
  await first.leave();
  expect((await small.enter('a', 90)).ok).toBe(true);
});

test('a long request keeps its place; one whose server has died frees it after 90 s', async () => {
  const clock = { time: 86_400_000 * 100 };
  const store = memoryStore(() => clock.time);
  const [one, other] = [0, 1].map(() =>
    createLimits({ ...generous, concurrent: 2 }, store, () => clock.time),
  );
  admitted(await one!.enter('a', 0));
  const long = admitted(await other!.enter('a', 0));
  for (let time = 0; time < 90_000; time += keepEvery) {
    expect(await other!.enter('a', 0)).toMatchObject({ reason: 'concurrency' });
    clock.time += keepEvery;
    await other!.keepPlaces();
  }
  const third = admitted(await other!.enter('a', 0));
  expect(await other!.enter('a', 0)).toMatchObject({ reason: 'concurrency' });
  await Promise.all([long.leave(), third.leave()]);
  clock.time += 1000;
  await other!.keepPlaces();
  admitted(await other!.enter('a', 0));
  admitted(await other!.enter('a', 0));
});

test('a store that is away lets nobody in, and ends nothing that runs', async () => {
  let isAway = false;
  const memory = memoryStore(() => 0);
  const reached = (): void => {
    if (isAway) throw new StoreUnavailable('away');
  };
  const store: CounterStore = {
    add: async (...count) => (reached(), memory.add(...count)),
    hold: async (...place) => (reached(), memory.hold(...place)),
    release: async (...place) => (reached(), memory.release(...place)),
  };
  const shared = createLimits(generous, store, () => 0);
  const running = admitted(await shared.enter('a', 10));
  isAway = true;
  expect(await shared.enter('a', 0)).toEqual({ ok: false, reason: 'unavailable', retryAfter: 5, limit: 0 });
  expect(await shared.knock('a', true)).toMatchObject({ reason: 'unavailable' });
  await Promise.all([running.used(3), running.leave(), shared.keepPlaces()]);
  isAway = false;
  expect((await shared.enter('a', 0)).ok).toBe(true);
});

test('counts that have died are forgotten', async () => {
  let time = 0;
  const store = memoryStore(() => time);
  expect(await store.add('x', 5, 1000)).toBe(5);
  expect(await store.add('x', 2, 1000)).toBe(7);
  time = 1000;
  expect(await store.add('x', 1, 1000)).toBe(1);
});
