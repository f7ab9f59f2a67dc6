import { afterEach, describe, expect, test } from 'vitest';
import { fault, FaultError } from '../../../shared/fault.ts';
import { createHost, type Host } from './host.ts';
import { serve, type Handlers } from './server.ts';
import { channelWorker, type ChannelWorker } from './testing/channel-worker.ts';
import { nodeBreather } from './testing/node-breather.ts';
import { Transfer } from './transfer.ts';

interface Sums {
  add(args: { readonly a: number; readonly b: number }): number;
  forever(args: { readonly name: string }): string;
  never(args: { readonly name: string }): string;
  refuse(args: { readonly name: string }): string;
  countTo(args: { readonly n: number }): number;
  zeros(args: { readonly n: number }): Float64Array;
}

const stopped: string[] = [];
const handlers: Handlers<Sums> = {
  add: ({ a, b }) => a + b,
  async forever({ name }, { breathe }) {
    try {
      for (;;) await breathe();
    } catch (error) {
      stopped.push(name);
      throw error;
    }
  },
  never: () => new Promise<string>(() => undefined),
  refuse: ({ name }) => {
    if (name === 'fault') throw new FaultError(fault('out-of-range', 'too far', { at: 3 }));
    throw new RangeError('beyond');
  },
  countTo: ({ n }, { progress }) => {
    for (let i = 1; i <= n; i++) progress(i);
    return n;
  },
  zeros: ({ n }) => {
    const value = new Float64Array(n);
    return new Transfer(value, [value.buffer]);
  },
};

const hosts: Host<Sums>[] = [];
function start() {
  const workers: ChannelWorker[] = [];
  const host = createHost<Sums>('sums', () => {
    const worker = channelWorker();
    serve<Sums>(worker.scope, handlers, nodeBreather);
    workers.push(worker);
    return worker.port;
  });
  hosts.push(host);
  return { host, workers };
}

afterEach(() => {
  hosts.splice(0).forEach((host) => host.close());
  stopped.length = 0;
});

/** The fault a call ended with. */
async function faultOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error('the call was answered');
}

describe('a call to a worker', () => {
  test('is answered under its own id: 1 + 2 = 3 and 10 + 20 = 30, asked at once', async () => {
    const { host } = start();
    const both = [host.call('add', { a: 1, b: 2 }), host.call('add', { a: 10, b: 20 })];
    expect(await Promise.all(both)).toEqual([3, 30]);
  });

  test('starts the worker with the first call, and one only', async () => {
    const { host, workers } = start();
    expect(workers).toHaveLength(0);
    await host.call('add', { a: 1, b: 1 });
    await host.call('add', { a: 1, b: 1 });
    expect(workers).toHaveLength(1);
  });

  test('reports progress in order before its answer', async () => {
    const { host } = start();
    const seen: unknown[] = [];
    const n = await host.call('countTo', { n: 3 }, { onProgress: (value) => seen.push(value) });
    expect([...seen, n]).toEqual([1, 2, 3, 3]);
  });

  test('brings a fault across whole, and any other error as `internal` with its words', async () => {
    const { host } = start();
    expect(await faultOf(host.call('refuse', { name: 'fault' }))).toEqual(
      fault('out-of-range', 'too far', { at: 3 }),
    );
    expect(await faultOf(host.call('refuse', { name: 'other' }))).toEqual(
      fault('internal', 'RangeError: beyond'),
    );
  });

  test('hands a big array over', async () => {
    const { host } = start();
    const zeros = await host.call('zeros', { n: 4 });
    expect(zeros).toEqual(new Float64Array(4));
  });

  test('fails when its argument cannot be cloned, and leaves the line usable', async () => {
    const { host } = start();
    const args = { a: 1, b: 2, f: () => 0 };
    expect((await faultOf(host.call('add', args))).code).toBe('internal');
    expect(await host.call('add', { a: 1, b: 2 })).toBe(3);
  });
});

describe('a call that is given up', () => {
  test('ends with `aborted` at once, and the endless loop in the worker hears it', async () => {
    const { host } = start();
    const controller = new AbortController();
    const call = host.call('forever', { name: 'loop' }, { signal: controller.signal });
    expect(await host.call('add', { a: 1, b: 2 })).toBe(3); // the loop breathes, so others get through
    controller.abort();
    expect((await faultOf(call)).code).toBe('aborted');
    while (stopped.length === 0) await host.call('add', { a: 0, b: 0 });
    expect(stopped).toEqual(['loop']);
  });

  test('is never sent when its signal was aborted before', async () => {
    const { host } = start();
    const signal = AbortSignal.abort();
    expect((await faultOf(host.call('forever', { name: 'unsent' }, { signal }))).code).toBe('aborted');
    await host.call('add', { a: 0, b: 0 });
    expect(stopped).toEqual([]);
  });

  test('keeps its answer when the signal comes after it', async () => {
    const { host } = start();
    const controller = new AbortController();
    const call = host.call('add', { a: 2, b: 2 }, { signal: controller.signal });
    await call;
    controller.abort();
    expect(await call).toBe(4);
  });
});

describe('a worker that dies', () => {
  test('fails every call it had with `worker-died`; the next call starts another', async () => {
    const { host, workers } = start();
    const calls = [host.call('never', { name: 'a' }), host.call('never', { name: 'b' })];
    const faults = Promise.all(calls.map(faultOf));
    await host.call('add', { a: 0, b: 0 });
    workers[0]!.die('out of memory');
    expect((await faults).map(({ code, detail }) => [code, detail])).toEqual([
      ['worker-died', { worker: 'sums', reason: 'out of memory' }],
      ['worker-died', { worker: 'sums', reason: 'out of memory' }],
    ]);
    expect(workers[0]!.closed).toBe(true);
    expect(await host.call('add', { a: 3, b: 4 })).toBe(7);
    expect(workers).toHaveLength(2);
  });

  test('does not take its successor with it when it dies twice', async () => {
    const { host, workers } = start();
    await host.call('add', { a: 0, b: 0 });
    workers[0]!.die('first');
    const call = host.call('add', { a: 5, b: 5 });
    workers[0]!.die('again');
    expect(await call).toBe(10);
  });
});

test('closing a host ends its calls with `aborted` and its worker', async () => {
  const { host, workers } = start();
  const ended = faultOf(host.call('never', { name: 'a' }));
  await host.call('add', { a: 0, b: 0 });
  host.close();
  expect((await ended).code).toBe('aborted');
  expect(workers[0]!.closed).toBe(true);
  await expect(host.call('add', { a: 0, b: 0 })).rejects.toThrow('closed');
});
