import { expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import { serve } from '../rpc/server.ts';
import { channelWorker } from '../rpc/testing/channel-worker.ts';
import { nodeBreather } from '../rpc/testing/node-breather.ts';
import type { ModelCalls } from './calls.ts';
import { createLocalModel } from './local.ts';
import { createModelService } from './model-service.ts';

function load(answer: () => Response) {
  const worker = channelWorker();
  serve<ModelCalls>(
    worker.scope,
    createModelService(async () => answer()),
    nodeBreather,
  );
  const model = createLocalModel({ id: 'x', baseUrl: 'http://localhost/', spawn: () => worker.port });
  return { worker, model };
}

async function faultOf(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error('it succeeded');
}

test('a model that is not there is `not-found`, and its worker is ended', async () => {
  const { worker, model } = load(() => new Response('', { status: 404 }));
  expect(await faultOf(model)).toMatchObject({ code: 'not-found', detail: { file: 'manifest.json' } });
  expect(worker.closed).toBe(true);
});

test('a page sent in place of a manifest is `broken-file`', async () => {
  const { model } = load(() => new Response('<!doctype html>'));
  expect(await faultOf(model)).toMatchObject({ code: 'broken-file', detail: { file: 'manifest.json' } });
});
