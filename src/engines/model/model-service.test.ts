import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import { loadModel } from '../../core/load-model.ts';
import { surprisalAt } from '../../core/model/surprisals.ts';
import { serve } from '../rpc/server.ts';
import { channelWorker } from '../rpc/testing/channel-worker.ts';
import { nodeBreather } from '../rpc/testing/node-breather.ts';
import type { ModelCalls } from './calls.ts';
import { createLocalModel } from './local.ts';
import { createModelService } from './model-service.ts';

const folder = new URL('../../core/model/testing/', import.meta.url);

/** The small transformer of the goldens, in a worker. */
async function open(id = 'small-int8') {
  const worker = channelWorker();
  serve<ModelCalls>(
    worker.scope,
    createModelService(async (url) => {
      const path = new URL(url).pathname.slice(1);
      return new Response(new Uint8Array(readFileSync(new URL(path, folder))));
    }),
    nodeBreather,
  );
  const model = await createLocalModel({ id, baseUrl: 'http://localhost/', spawn: () => worker.port });
  const reference = await loadModel((name) => readFileSync(new URL(`${id}/${name}`, folder)));
  return { model, reference };
}

const ids = Uint32Array.from({ length: 60 }, (_, i) => (i * 7) % 96);

test('a transformer says what it can do, and how large it is', async () => {
  const { model } = await open();
  expect(model.info).toMatchObject({ id: 'small', vocabularySize: 96 });
  expect(model.info.capabilities).toMatchObject({ inside: true, contextLength: 24, fullVocabulary: true });
  // Token table 96 × 32, positions 24 × 32, two layers of 12,704, last norm 64.
  expect(model.info.parameters).toBe(96 * 32 + 24 * 32 + 2 * 12_704 + 64);
});

test('logits, attention and lens of the worker are the core’s', async () => {
  const { model, reference } = await open();
  expect(await model.next(ids)).toEqual(reference.logits(ids));
  const inside = await model.inspect(ids);
  expect(inside).toEqual(reference.inspect!(ids));
  expect(inside.window).toEqual(ids.slice(-24));
});

test('surprisals are those of each id after the ones before it, and are counted as they come', async () => {
  const { model, reference } = await open();
  const told: number[] = [];
  const bits = await model.surprisals(ids, { onProgress: ({ done }) => told.push(done) });
  expect(bits.length).toBe(60);
  for (const at of [0, 1, 23, 24, 25, 59]) expect(bits[at]).toBe(surprisalAt(reference, ids, at));
  expect(told).toEqual([8, 16, 24, 32, 40, 48, 56]);
});

test('a text that is being weighed and one that is continued do not disturb each other', async () => {
  const { model, reference } = await open();
  const weighed = model.surprisals(ids);
  const said = await Promise.all([3, 20, 40].map((length) => model.next(ids.slice(0, length))));
  said.forEach((logits, i) => expect(logits).toEqual(reference.logits(ids.slice(0, [3, 20, 40][i]))));
  expect((await weighed)[59]).toBe(surprisalAt(reference, ids, 59));
});

test('what is given up ends with `aborted`, also half-way', async () => {
  const { model } = await open();
  const controller = new AbortController();
  const weighed = model.surprisals(ids, {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(weighed).rejects.toThrow(FaultError);
  await expect(weighed).rejects.toMatchObject({ fault: { code: 'aborted' } });
  expect((await model.next(ids)).length).toBe(96);
});
