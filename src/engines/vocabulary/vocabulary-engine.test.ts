import { afterEach, describe, expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import { loadEncoder } from '../../core/tokens/load-encoder.ts';
import { kindsOf } from '../../core/vocabulary/token-kinds.ts';
import { everyToken } from '../../core/vocabulary/vocabulary-query.ts';
import type { ToWorker } from '../rpc/contract.ts';
import type { Port } from '../rpc/port.ts';
import { serve } from '../rpc/server.ts';
import { channelWorker, type ChannelWorker } from '../rpc/testing/channel-worker.ts';
import { nodeBreather } from '../rpc/testing/node-breather.ts';
import type { VocabularyCalls } from './calls.ts';
import { createVocabularyEngine } from './create-vocabulary-engine.ts';
import type { VocabularyEngine } from './engine.ts';
import { createVocabularyService } from './vocabulary-service.ts';

const endless = '/(a+)+b/';
const engines: VocabularyEngine[] = [];

/** An engine whose workers go deaf when they are asked for the endless pattern, and whose clock is turned by hand. */
function start(load = loadEncoder) {
  const workers: ChannelWorker[] = [];
  const timers = new Map<number, Set<() => void>>();
  const engine = createVocabularyEngine({
    spawn: () => {
      const worker = channelWorker();
      serve<VocabularyCalls>(worker.scope, createVocabularyService(load), nodeBreather);
      workers.push(worker);
      return goingDeaf(worker.port);
    },
    after(ms, run) {
      const waiting = timers.get(ms) ?? new Set();
      timers.set(ms, waiting.add(run));
      return () => waiting.delete(run);
    },
  });
  engines.push(engine);
  const runningOf = (ms: number) => timers.get(ms)?.size ?? 0;
  const fire = async (ms: number) => {
    while (runningOf(ms) === 0) await nodeBreather.breathe();
    for (const run of timers.get(ms)!) run();
  };
  return { engine, workers, runningOf, fire };
}

function goingDeaf(port: Port): Port {
  let deaf = false;
  return {
    ...port,
    post(message, transfer) {
      const { kind, ...call } = message as ToWorker;
      if (kind === 'call' && JSON.stringify(call).includes(JSON.stringify(endless))) deaf = true;
      if (!deaf) port.post(message, transfer);
    },
  };
}

async function codeOf(call: Promise<unknown>) {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FaultError) return error.fault.code;
  throw new Error(`not a fault: ${String(error)}`);
}

const find = (typed: string) => ({ ...everyToken, find: typed });

afterEach(() => engines.splice(0).forEach((engine) => engine.close()));

describe('a vocabulary', () => {
  test('is opened with its bytes and kinds, and counted, with progress in ids', async () => {
    const { engine, workers } = start();
    const told: number[] = [];
    const { vocabulary, sheet } = await engine.open('r50k_base', {
      onProgress: ({ done, total }) => told.push(done / total),
    });
    expect(vocabulary.size).toBe(50_257);
    expect(kindsOf(sheet.kinds[995]!)).toEqual(['word', 'leading-space', 'duplicate']);
    expect(told.length).toBeGreaterThan(50);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const counts = await engine.counts('r50k_base');
    expect(counts.undecodeableOfSeveralBytes).toBe(216);
    expect(workers).toHaveLength(1);
  });

  test('is read on when the call that began it is given up', async () => {
    const { engine } = start();
    const controller = new AbortController();
    const opened = engine.open('r50k_base', {
      signal: controller.signal,
      onProgress: ({ done }) => done > 10_000 && controller.abort(),
    });
    const counted = engine.counts('r50k_base');
    expect(await codeOf(opened)).toBe('aborted');
    expect((await counted).size).toBe(50_257);
  });

  test('that could not be loaded is asked for again', async () => {
    let asked = 0;
    const { engine } = start(async (encoding) => {
      asked += 1;
      if (asked === 1) throw new TypeError('Failed to fetch');
      return loadEncoder(encoding);
    });
    expect(await codeOf(engine.open('r50k_base'))).toBe('internal');
    expect((await engine.open('r50k_base')).vocabulary.size).toBe(50_257);
  });
});

describe('a search', () => {
  test('answers with ids, also when nothing was opened before', async () => {
    const { engine, runningOf } = start();
    const answer = await engine.search('r50k_base', find('#995'));
    expect(answer).toEqual({ ok: true, ids: Uint32Array.of(995) });
    expect(runningOf(2000)).toBe(0);
  });

  test('answers with a refusal where there is nothing to look for', async () => {
    const { engine } = start();
    expect(await engine.search('r50k_base', find('/(/'))).toMatchObject({
      ok: false,
      refusal: { reason: 'pattern' },
    });
  });

  test('that is given up ends with `aborted`; a worker that still hears is kept', async () => {
    const { engine, workers, runningOf } = start();
    await engine.open('r50k_base');
    const controller = new AbortController();
    const given = engine.search('r50k_base', find('/a/'), { signal: controller.signal });
    while (runningOf(2000) === 0) await nodeBreather.breathe();
    controller.abort();
    expect(await codeOf(given)).toBe('aborted');
    expect(await engine.search('r50k_base', find('#1'))).toEqual({ ok: true, ids: Uint32Array.of(1) });
    expect(workers).toHaveLength(1);
    expect(runningOf(1000)).toBe(0);
  });

  test('whose pattern never ends is too slow after two seconds; the worker is ended, the next search gets another', async () => {
    const { engine, workers, fire } = start();
    const slow = engine.search('r50k_base', find(endless));
    await fire(2000);
    expect(await slow).toEqual({ ok: false, refusal: { reason: 'too-slow', seconds: 2 } });
    const next = engine.search('r50k_base', find('#2'));
    await fire(1000);
    expect(await next).toEqual({ ok: true, ids: Uint32Array.of(2) });
    expect(workers).toHaveLength(2);
    expect(workers[0]!.closed).toBe(true);
  });

  test('behind an endless one that was given up waits no longer than its worker is given to answer', async () => {
    const { engine, workers, fire, runningOf } = start();
    await engine.open('r50k_base');
    const controller = new AbortController();
    const given = engine.search('r50k_base', find(endless), { signal: controller.signal });
    while (runningOf(2000) === 0) await nodeBreather.breathe();
    controller.abort();
    expect(await codeOf(given)).toBe('aborted');
    const next = engine.search('r50k_base', find('#3'));
    await fire(1000);
    expect(await next).toEqual({ ok: true, ids: Uint32Array.of(3) });
    expect(workers).toHaveLength(2);
  });
});
