import { expect, test } from 'vitest';
import { serve } from '../rpc/server.ts';
import { channelWorker } from '../rpc/testing/channel-worker.ts';
import { nodeBreather } from '../rpc/testing/node-breather.ts';
import type { FactsCalls } from './calls.ts';
import { createFactsEngine } from './engine.ts';
import { createFactsService } from './facts-service.ts';

function start() {
  return createFactsEngine(() => {
    const worker = channelWorker();
    serve<FactsCalls>(worker.scope, createFactsService(), nodeBreather);
    return worker.port;
  });
}

const sentence = 'The rain had stopped by four.\n';

test('a text is counted in the worker', async () => {
  const engine = start();
  // Six words of 29 letters, spaces and a full stop; the newline begins a second line.
  expect(await engine.count(sentence)).toEqual({
    characters: 30,
    graphemes: 30,
    words: 6,
    lines: 2,
    bytes: 30,
  });
  engine.close();
});

test('a long one tells how far it is, a short one does not', async () => {
  const engine = start();
  const told: number[] = [];
  const onProgress = ({ done }: { readonly done: number }) => told.push(done);
  await engine.count(sentence, { onProgress });
  expect(told).toEqual([]);
  await engine.count(sentence.repeat(30_000), { onProgress });
  expect(told).toEqual([1, 2, 3].map((n) => n * 2 ** 18));
  engine.close();
});

test('one that is given up ends with `aborted`, also half-way, and the next is counted', async () => {
  const engine = start();
  const controller = new AbortController();
  const given = { signal: controller.signal, onProgress: () => controller.abort() };
  await expect(engine.count(sentence.repeat(30_000), given)).rejects.toMatchObject({
    fault: { code: 'aborted' },
  });
  expect((await engine.count('two words')).words).toBe(2);
  engine.close();
});
