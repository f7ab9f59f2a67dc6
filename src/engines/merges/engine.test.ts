import { afterEach, expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import { loadEncoder } from '../../core/tokens/load-encoder.ts';
import { serve } from '../rpc/server.ts';
import { channelWorker } from '../rpc/testing/channel-worker.ts';
import { nodeBreather } from '../rpc/testing/node-breather.ts';
import type { MergesCalls } from './calls.ts';
import { createMergesEngine, type MergesEngine } from './engine.ts';
import { createMergesService, mostPieces } from './merges-service.ts';

const engines: MergesEngine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.close()));

function start(load: typeof loadEncoder = loadEncoder) {
  const loads: string[] = [];
  const engine = createMergesEngine(() => {
    const worker = channelWorker();
    const service = createMergesService((id) => {
      loads.push(id);
      return load(id);
    });
    serve<MergesCalls>(worker.scope, service, nodeBreather);
    return worker.port;
  });
  engines.push(engine);
  return { engine, loads };
}

const code = (error: unknown) => (error instanceof FaultError ? error.fault.code : String(error));

test('pieces come with their merges, bytes and ids; the vocabulary is loaded once', async () => {
  const { engine, loads } = start();
  const ask = { encoding: 'r50k_base', text: 'hello world', special: 'text' } as const;
  const { pieces, rest } = await engine.explain(ask);
  expect(rest).toBe(0);
  expect(pieces).toMatchObject([
    { kind: 'merged', from: 0, to: 5, ids: [31373], reached: true },
    { kind: 'merged', from: 5, to: 11, ids: [995], bytes: new Uint8Array(Buffer.from(' world')) },
  ]);
  expect(await engine.explain(ask)).toEqual({ pieces, rest });
  expect(await engine.explain({ ...ask, text: '' })).toEqual({ pieces: [], rest: 0 });
  expect(loads).toEqual(['r50k_base']);
});

test('a special token is text, or itself', async () => {
  const { engine } = start();
  const ask = { encoding: 'r50k_base', text: 'a<|endoftext|>' } as const;
  const kinds = async (special: 'text' | 'parse') =>
    (await engine.explain({ ...ask, special })).pieces.map(({ kind }) => kind);
  expect(await kinds('text')).not.toContain('special');
  expect(await kinds('parse')).toEqual(['merged', 'special']);
});

test('of a long text the first pieces are explained, and the rest is counted', async () => {
  const { engine } = start();
  // Each ` a` is a piece of two units.
  const text = ' a'.repeat(50_000);
  const { pieces, rest } = await engine.explain({ encoding: 'r50k_base', text, special: 'text' });
  expect(pieces.length).toBe(mostPieces);
  expect(rest).toBe(100_000 - 2 * mostPieces);
});

test('what is given up ends with `aborted`, and the next question is answered', async () => {
  const { engine } = start();
  const controller = new AbortController();
  const text = ' abc'.repeat(150);
  const asked = engine.explain(
    { encoding: 'r50k_base', text, special: 'text' },
    { signal: controller.signal },
  );
  controller.abort();
  expect(await asked.catch(code)).toBe('aborted');
  const next = await engine.explain({ encoding: 'r50k_base', text: 'a', special: 'text' });
  expect(next.pieces).toMatchObject([{ kind: 'merged', ids: [64], steps: [] }]);
});

test('a vocabulary that did not come is asked for again', async () => {
  let there = false;
  const { engine, loads } = start((id) =>
    there ? loadEncoder(id) : Promise.reject(new TypeError('no network')),
  );
  const ask = { encoding: 'r50k_base', text: 'a', special: 'text' } as const;
  expect(await engine.explain(ask).catch(code)).toBe('internal');
  there = true;
  expect((await engine.explain(ask)).pieces.length).toBe(1);
  expect(loads).toEqual(['r50k_base', 'r50k_base']);
});
