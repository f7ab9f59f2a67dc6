import { expect, test } from 'vitest';
import type { OpenProgress } from '../../core/tokens/open-progress.ts';
import { loadEncoder } from '../../core/tokens/load-encoder.ts';
import { TokenDocument } from '../../core/tokens/token-document.ts';
import { serve } from '../rpc/server.ts';
import { channelWorker } from '../rpc/testing/channel-worker.ts';
import { nodeBreather } from '../rpc/testing/node-breather.ts';
import type { TokenizerCalls } from './calls.ts';
import { createTokenizerEngine } from './engine.ts';
import { createTokenizerService } from './tokenizer-service.ts';

/** A real encoding in a worker; `steps` counts what its documents did to open. */
async function start() {
  const encoder = await loadEncoder('r50k_base');
  const counter = { steps: 0 };
  const engine = createTokenizerEngine('r50k_base', () => {
    const worker = channelWorker();
    const service = createTokenizerService(async () => ({
      vocabulary: () => encoder.vocabularyBytes(),
      encode: (text, special) => encoder.encode(text, special),
      document(special) {
        const document = new TokenDocument(encoder, special);
        const openInSteps = document.openInSteps.bind(document);
        document.openInSteps = function* counted(text) {
          const steps = openInSteps(text);
          let step = steps.next();
          for (; step.done !== true; step = steps.next()) {
            counter.steps += 1;
            yield step.value;
          }
          return step.value;
        };
        return document;
      },
    }));
    serve<TokenizerCalls>(worker.scope, service, nodeBreather);
    return worker.port;
  });
  return { engine, encoder, counter };
}

const text = 'The rain had stopped by four, and nobody noticed. '.repeat(40_000);

test('a long text is counted while it opens', async () => {
  const { engine, encoder } = await start();
  const told: OpenProgress[] = [];
  const document = engine.document('text');
  const summary = await document.open(text, { onProgress: (progress) => told.push(progress) });
  // 2,000,000 units in steps of 32,7xx, told of after every ninth: more than 262,144.
  expect(told).toHaveLength(6);
  expect(told.every(({ total }) => total === text.length)).toBe(true);
  const { done, tokens } = told[3]!;
  expect(tokens).toBe(encoder.encode(text.slice(0, done), 'text').length);
  expect(summary).toMatchObject({ length: text.length, tokens: encoder.encode(text, 'text').length });
  engine.close();
});

test('a short text is not told of', async () => {
  const { engine } = await start();
  const told: OpenProgress[] = [];
  await engine.document('text').open('short', { onProgress: (progress) => told.push(progress) });
  expect(told).toEqual([]);
  engine.close();
});

test('what is given up half-way is told of no more, and stops within a few steps', async () => {
  const { engine, counter } = await start();
  const controller = new AbortController();
  let told = 0;
  let stepsThen = 0;
  const opened = engine.document('text').open(text, {
    signal: controller.signal,
    onProgress() {
      told += 1;
      if (told < 2) return;
      stepsThen = counter.steps;
      controller.abort();
    },
  });
  await expect(opened).rejects.toMatchObject({ fault: { code: 'aborted' } });
  // An answer to another call comes after all that the worker still did for this one.
  await engine.encode('a', 'text');
  expect(told).toBe(2);
  expect(counter.steps - stepsThen).toBeLessThan(4);
  engine.close();
});
