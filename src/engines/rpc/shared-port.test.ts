import { afterEach, expect, test } from 'vitest';
import { fault, FaultError } from '../../../shared/fault.ts';
import { createClient, type Client } from './client.ts';
import type { FromWorker, ToWorker } from './contract.ts';
import type { Port } from './port.ts';
import { serve } from './server.ts';
import { sharedPort } from './shared-port.ts';
import { sharedScope } from './shared-scope.ts';
import { channelWorker } from './testing/channel-worker.ts';
import { nodeBreather } from './testing/node-breather.ts';

interface Sums {
  add(args: { readonly a: number; readonly b: number }): number;
  refuse(args: null): number;
  ones(args: { readonly n: number }): Uint32Array;
  countTo(args: { readonly n: number }): number;
}

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** A worker behind a shared port; `frames` are what would be called before the next frame. */
function start() {
  const worker = channelWorker();
  closers.push(() => worker.port.close());
  const sent: string[] = [];
  const scope = sharedScope({
    postMessage(message, transfer) {
      sent.push((message as FromWorker).kind);
      worker.scope.postMessage(message as FromWorker, transfer);
    },
    addEventListener: (type, listener) => worker.scope.addEventListener(type, listener),
  });
  serve<Sums>(
    scope,
    {
      add: ({ a, b }) => a + b,
      refuse() {
        throw new FaultError(fault('out-of-range', 'too far', { at: 3 }));
      },
      ones: ({ n }) => new Uint32Array(n).fill(1),
      countTo({ n }, { progress }) {
        for (let i = 1; i <= n; i++) progress(i);
        return n;
      },
    },
    nodeBreather,
  );
  const frames: (() => void)[] = [];
  const port = sharedPort(worker.port, (look) => frames.push(look));
  return { client: createClient<Sums>(port), port, sent, frames };
}

test('a small answer is written to the shared memory, and a message only says so', async () => {
  const { client, sent } = start();
  expect(await client.call('add', { a: 2, b: 3 })).toBe(5);
  expect(sent).toEqual(['written']);
});

test('a long answer goes as a message', async () => {
  const { client, sent } = start();
  expect(await client.call('ones', { n: 100_000 })).toEqual(new Uint32Array(100_000).fill(1));
  expect(sent).toEqual(['done']);
});

test('faults and progress come through, in order', async () => {
  const { client } = start();
  await expect(client.call('refuse', null)).rejects.toMatchObject({ fault: { code: 'out-of-range' } });
  const told: unknown[] = [];
  expect(await client.call('countTo', { n: 5 }, { onProgress: (value) => told.push(value) })).toBe(5);
  expect(told).toEqual([1, 2, 3, 4, 5]);
});

test('more answers than the memory holds come as messages', async () => {
  const { client, sent } = start();
  const answers = Array.from({ length: 40 }, () => client.call('ones', { n: 10_000 }));
  for (const answer of await Promise.all(answers)) expect(answer.length).toBe(10_000);
  expect(new Set(sent)).toEqual(new Set(['written', 'done']));
});

test('calls are looked after in the next frame, once', async () => {
  const { client, frames } = start();
  const answers = [client.call('add', { a: 1, b: 1 }), client.call('add', { a: 2, b: 2 })];
  expect(frames.length).toBe(1);
  frames[0]!();
  void client.call('add', { a: 3, b: 3 });
  expect(frames.length).toBe(2);
  expect(await Promise.all(answers)).toEqual([2, 4]);
});

/** Answers the nth look; undefined: never. */
function answering(nth: number | undefined, value: unknown): { client: Client<Sums>; posted: ToWorker[] } {
  const posted: ToWorker[] = [];
  let hear: (data: unknown) => void = () => undefined;
  let looks = 0;
  const port: Port = {
    post: (message) => posted.push(message as ToWorker),
    onMessage: (listener) => {
      hear = listener;
    },
    onDeath: () => undefined,
    close: () => undefined,
    look() {
      looks += 1;
      if (looks === nth) hear({ kind: 'done', id: posted[0]!.id, value });
    },
  };
  return { client: createClient<Sums>(port), posted };
}

test('an answer that comes while the thread waits is had at once', () => {
  const { client, posted } = answering(3, 7);
  expect(client.callNow('add', { a: 3, b: 4 }, 1000)).toBe(7);
  expect(posted).toEqual([{ kind: 'call', id: 1, method: 'add', args: { a: 3, b: 4 } }]);
});

test('one that does not come in time is given up', () => {
  const { client } = answering(undefined, 7);
  expect(client.callNow('add', { a: 3, b: 4 }, 1)).toBeUndefined();
});

test('without shared memory nothing is asked', () => {
  const worker = channelWorker();
  closers.push(() => worker.port.close());
  expect(createClient<Sums>(worker.port).callNow('add', { a: 3, b: 4 }, 1000)).toBeUndefined();
});
