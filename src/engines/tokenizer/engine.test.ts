import { afterEach, describe, expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import { serve } from '../rpc/server.ts';
import { channelWorker, type ChannelWorker } from '../rpc/testing/channel-worker.ts';
import { nodeBreather } from '../rpc/testing/node-breather.ts';
import type { TokenizerCalls } from './calls.ts';
import type { TokenizerEngine } from './contract.ts';
import { createTokenizerEngine } from './engine.ts';
import { letterEncoding } from './testing/letter-encoding.ts';
import { createTokenizerService } from './tokenizer-service.ts';

const engines: TokenizerEngine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.close()));

function start(onStep?: () => void) {
  const workers: ChannelWorker[] = [];
  const loads: string[] = [];
  const engine = createTokenizerEngine('r50k_base', () => {
    const worker = channelWorker();
    const service = createTokenizerService(async (id) => {
      loads.push(id);
      return letterEncoding(onStep);
    });
    serve<TokenizerCalls>(worker.scope, service, nodeBreather);
    workers.push(worker);
    return worker.port;
  });
  engines.push(engine);
  return { engine, workers, loads };
}

const spell = ({ ids }: { readonly ids: Uint32Array }) => String.fromCharCode(...ids);
const code = (error: unknown) => (error instanceof FaultError ? error.fault.code : String(error));

describe('an encoding in a worker', () => {
  test('is loaded once, by the first call', async () => {
    const { engine, loads } = start();
    expect(loads).toEqual([]);
    expect(await engine.encode('ab', 'text')).toEqual(Uint32Array.of(97, 98));
    await engine.encode('cd', 'text');
    expect(loads).toEqual(['r50k_base']);
  });

  test('hands its vocabulary over once', async () => {
    const { engine } = start();
    const vocabulary = await engine.vocabulary();
    expect(vocabulary.bytes[97]).toBe(97);
    expect(await engine.vocabulary()).toBe(vocabulary);
  });
});

describe('a text in a worker', () => {
  test('counts its versions by one with every change', async () => {
    const { engine } = start();
    const document = engine.document('text');
    expect(await document.open('abc')).toMatchObject({ version: 1, tokens: 3 });
    expect(await document.edit([{ from: 1, to: 2, insert: 'xy' }])).toMatchObject({ version: 2, tokens: 4 });
    expect(spell(await document.slice(0, 4))).toBe('axyc');
    expect(await document.setSpecial('refuse')).toMatchObject({ version: 3 });
  });

  test('answers in the order of the calls, also while an open breathes', async () => {
    const { engine } = start();
    const document = engine.document('text');
    const [, , middle, , end] = await Promise.all([
      document.open('hello'),
      document.edit([{ from: 5, to: 5, insert: '!' }]),
      document.slice(0, 6),
      document.edit([
        { from: 0, to: 1, insert: 'J' },
        { from: 5, to: 6, insert: '?' },
      ]),
      document.last(3),
    ]);
    expect([spell(middle), spell(end)]).toEqual(['hello!', 'lo?']);
  });

  test('of two texts, each is its own', async () => {
    const { engine } = start();
    const [a, b] = [engine.document('text'), engine.document('refuse')];
    await Promise.all([a.open('a!'), b.open('b!')]);
    expect(spell(await a.byIndex(0, 1))).toBe('a');
    expect(await b.edit([])).toMatchObject({ refused: [{ token: '!', at: 1 }] });
  });

  test('is there again after its worker died: edits since then are not lost', async () => {
    const { engine, workers, loads } = start();
    const document = engine.document('text');
    await document.open('abc');
    workers[0]!.die('crash');
    expect(await document.edit([{ from: 3, to: 3, insert: 'd' }])).toMatchObject({ version: 2, tokens: 4 });
    expect(spell(await document.slice(0, 4))).toBe('abcd');
    expect([workers.length, loads.length]).toEqual([2, 2]);
  });

  test('whose open is given up stops within a few steps, and the next call opens it again', async () => {
    let steps = 0;
    const controller = new AbortController();
    const { engine } = start(() => {
      if (++steps === 10) controller.abort();
    });
    const document = engine.document('text');
    const long = 'x'.repeat(1000);
    expect(await document.open(long, { signal: controller.signal }).catch(code)).toBe('aborted');
    expect((await document.slice(0, 1000)).ids).toHaveLength(1000);
    expect(steps).toBeLessThan(10 + 20 + 1000);
  });

  test('whose edit is given up is changed all the same', async () => {
    const { engine } = start();
    const document = engine.document('text');
    await document.open('ab');
    const edit = [{ from: 0, to: 0, insert: 'z' }];
    expect(await document.edit(edit, { signal: AbortSignal.abort() }).catch(code)).toBe('aborted');
    expect(spell(await document.slice(0, 3))).toBe('zab');
  });

  test('is forgotten when it is closed', async () => {
    const { engine } = start();
    const document = engine.document('text');
    await document.open('ab');
    document.close();
    expect(await engine.encode('', 'text')).toEqual(new Uint32Array());
  });

  test('refuses an edit that does not fit', async () => {
    const { engine } = start();
    const document = engine.document('text');
    await document.open('ab');
    await expect(document.edit([{ from: 1, to: 3, insert: '' }])).rejects.toThrow('[1, 3) does not fit');
  });
});
