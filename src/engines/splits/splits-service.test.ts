import { Tokenizer } from '@huggingface/tokenizers';
import { afterEach, expect, test } from 'vitest';
import type { Fault } from '../../../shared/fault.ts';
import { FaultError } from '../../../shared/fault.ts';
import { learnedMerges } from '../../core/bpe/learned-merges.ts';
import { seeded } from '../../core/tokens/testing/seeded.ts';
import { serve } from '../rpc/server.ts';
import { channelWorker } from '../rpc/testing/channel-worker.ts';
import { nodeBreather } from '../rpc/testing/node-breather.ts';
import type { SplitsCalls } from './calls.ts';
import type { SplitBy, SplitsEngine, TextSplit } from './contract.ts';
import { createSplitsEngine } from './engine.ts';
import { createSplitsService } from './splits-service.ts';
import { tokenizerFiles } from './testing/tokenizer-files.ts';

const engines: SplitsEngine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.close()));

function start(onBreath: () => void = () => undefined): SplitsEngine {
  const engine = createSplitsEngine(() => {
    const worker = channelWorker();
    serve<SplitsCalls>(worker.scope, createSplitsService(), {
      breathe() {
        onBreath();
        return nodeBreather.breathe();
      },
    });
    return worker.port;
  });
  engines.push(engine);
  return engine;
}

async function faultOf(call: Promise<unknown>): Promise<Fault> {
  try {
    await call;
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error('the call was answered');
}

const pieces = (text: string, { starts, ends }: TextSplit): string[] =>
  Array.from(starts, (at, i) => text.slice(at, ends[i]));

async function splitBy(text: string, by: SplitBy): Promise<TextSplit> {
  return start().split({ text, by });
}

async function splitByFile(text: string, file: keyof typeof tokenizerFiles): Promise<TextSplit> {
  const engine = start();
  const by = await engine.open(new Blob([JSON.stringify(tokenizerFiles[file])]), `${file}.json`);
  return engine.split({ text, by });
}

test('“aé a” by characters, graphemes, bytes and words: 4, 4, 5 and 2 pieces', async () => {
  const counts = await Promise.all(
    (['characters', 'graphemes', 'bytes', 'words'] as const).map(async (by) => {
      const { name, count, distinct } = await splitBy('aé a', by);
      return [name, count, distinct];
    }),
  );
  expect(counts).toEqual([
    ['characters', 4, 3],
    ['graphemes', 4, 3],
    ['bytes', 5, 4],
    ['words', 2, 2],
  ]);
});

test('what was learned from a text splits it, with ids, and progress counts up to what was wanted', async () => {
  const engine = start();
  const told: number[] = [];
  const text = 'aaabdaaabac';
  const learned = await engine.train(
    { text, size: 259, preSplit: 'none' },
    { onProgress: ({ done, total }) => told.push(done, total) },
  );
  expect(learnedMerges(learned).map(({ id, count }) => [id, count])).toEqual([
    [256, 4],
    [257, 2],
    [258, 2],
  ]);
  expect(told.slice(-2)).toEqual([3, 3]);
  const split = await engine.split({ text, by: { kind: 'own-bpe', learned } });
  expect(pieces(text, split)).toEqual(['aaab', 'd', 'aaab', 'a', 'c']);
  expect([...split.ids!]).toEqual([258, 100, 258, 97, 99]);
  expect(split).toMatchObject({ name: 'own-bpe', count: 5, distinct: 4 });
});

test('a size of 255 or 8,193 is refused with what would be accepted', async () => {
  for (const size of [255, 8193])
    expect(await faultOf(start().train({ text: 'a', size, preSplit: 'none' }))).toMatchObject({
      code: 'out-of-range',
      detail: { min: 256, max: 8192, value: size },
    });
});

test('training that is given up stops in the worker at its next breath', async () => {
  let breaths = 0;
  const engine = start(() => (breaths += 1));
  const controller = new AbortController();
  const text = Array.from({ length: 60_000 }, (_, i) => String.fromCharCode(97 + ((i * i) % 26))).join('');
  const trained = engine.train(
    { text, size: 8192, preSplit: 'none' },
    { signal: controller.signal, onProgress: () => controller.abort() },
  );
  expect((await faultOf(trained)).code).toBe('aborted');
  const then = breaths;
  // Two more calls go through the same worker: whatever still ran would breathe beside them.
  await engine.split({ text: 'a', by: 'bytes' });
  await engine.split({ text: 'a', by: 'bytes' });
  expect(breaths - then).toBeLessThan(12);
});

test('byte-level BPE: “low lower<|end|>あ” with a token inside a character', async () => {
  const text = 'low lower<|end|>あ';
  const split = await splitByFile(text, 'byteLevel');
  const written = [...split.ids!].map((id) => split.tokens!.get(id));
  expect(written).toEqual(['low', 'Ġlow', 'e', 'r', '<|end|>', 'ã', 'ģ', 'Ĥ']);
  expect(pieces(text, split)).toEqual(['low', ' low', 'e', 'r', '<|end|>', 'あ', 'あ', 'あ']);
});

test('WordPiece: spans are those of the text as it was typed, accents, case and all', async () => {
  const text = 'Cafés,  CAFE\u0301 unknown 東京 x';
  const split = await splitByFile(text, 'wordPiece');
  const written = [...split.ids!].map((id) => split.tokens!.get(id));
  expect(written).toEqual(['cafe', '##s', ',', 'cafe', 'un', '##known', '[UNK]', '京', '[UNK]']);
  expect(pieces(text, split)).toEqual(['Café', 's', ',', 'CAFE\u0301', 'un', 'known', '東', '京', 'x']);
});

test('Unigram: the space put before the text is in no span, an unknown token has what it stands for', async () => {
  const text = 'hello hellos 東京';
  const split = await splitByFile(text, 'unigram');
  const written = [...split.ids!].map((id) => split.tokens!.get(id));
  expect(written).toEqual(['▁hello', '▁hello', 's', '▁', '<unk>']);
  expect(pieces(text, split)).toEqual(['hello', ' hello', 's', ' ', '東京']);
});

test('bytes in place of an unknown character: “a あ” is ▁a, ▁ and three bytes', async () => {
  const split = await splitByFile('a あ', 'byteFallback');
  const written = [...split.ids!].map((id) => split.tokens!.get(id));
  expect(written).toEqual(['▁a', '▁', '<0xE3>', '<0x81>', '<0x82>']);
  expect(pieces('a あ', split)).toEqual(['a', ' ', 'あ', 'あ', 'あ']);
});

test('of a text that is held only what touches a range is given, with its place in the whole', async () => {
  const document = start().document('ab あc dé', 'bytes');
  expect(await document.open()).toMatchObject({ count: 11, distinct: 10 });
  // あ is at 3, and is three bytes: the fourth to the sixth.
  const { first, starts, ends, ids } = await document.slice(3, 5);
  expect([first, [...starts], [...ends], ids]).toEqual([3, [3, 3, 3, 4], [4, 4, 4, 5], undefined]);
  expect((await document.slice(4, 4)).starts).toHaveLength(0);
});

test('one long word is found from its middle', async () => {
  const document = start().document(`a ${'b'.repeat(1000)} c`, 'words');
  await document.open();
  const { first, starts, ends } = await document.slice(500, 510);
  expect([first, [...starts], [...ends]]).toEqual([1, [2], [1002]]);
});

test('a worker that knows nothing of a text is given it again, once for all who ask', async () => {
  const engine = start();
  const document = engine.document('one two', 'words');
  const [all, last] = await Promise.all([document.slice(0, 7), document.slice(4, 7)]);
  expect([all.starts.length, last.first]).toEqual([2, 1]);
});

test.each(['byteLevel', 'wordPiece', 'unigram', 'byteFallback'] as const)(
  '100 random texts: ids of %s are the library’s, and spans are in order',
  async (name) => {
    const random = seeded(11);
    const signs = [
      'low',
      ' ',
      'é',
      'Cafe',
      's',
      '<|end|>',
      'あ',
      '東',
      'a',
      ', ',
      'unknown',
      'hello',
      '👩‍🚀',
      '\n',
    ];
    const library = new Tokenizer({ ...tokenizerFiles[name], decoder: null, post_processor: null }, {});
    const engine = start();
    const by = await engine.open(new Blob([JSON.stringify(tokenizerFiles[name])]), name);
    for (let round = 0; round < 100; round++) {
      const text = Array.from({ length: random(20) }, () => signs[random(signs.length)]!).join('');
      const { ids, starts, ends } = await engine.split({ text, by });
      expect([...ids!], text).toEqual(text === '' ? [] : library.encode(text).ids);
      for (let i = 0; i < starts.length; i++) {
        expect(starts[i], text).toBeGreaterThanOrEqual(i === 0 ? 0 : starts[i - 1]!);
        expect(ends[i], text).toBeGreaterThanOrEqual(starts[i]!);
        expect(ends[i], text).toBeLessThanOrEqual(text.length);
      }
    }
  },
);

test('a part that is not supported is named; what is no tokenizer.json is refused', async () => {
  const engine = start();
  const open = (json: unknown) => faultOf(engine.open(new Blob([JSON.stringify(json)]), 'x.json'));
  const base = tokenizerFiles.byteLevel;
  expect(await open({ ...base, model: { ...base.model, type: 'WordLevel' } })).toMatchObject({
    code: 'unknown-name',
    detail: { file: 'x.json', part: 'model', name: 'WordLevel', accepted: 'BPE, WordPiece, Unigram' },
  });
  const steps = { type: 'Sequence', pretokenizers: [{ type: 'UnicodeScripts' }] };
  expect(await open({ ...base, pre_tokenizer: steps })).toMatchObject({
    detail: { part: 'pre_tokenizer', name: 'UnicodeScripts' },
  });
  expect(await open({ ...base, normalizer: { type: 'Nmt' } })).toMatchObject({
    detail: { part: 'normalizer', name: 'Nmt' },
  });
  expect(await open([1])).toMatchObject({ code: 'broken-file' });
  expect(await open({ ...base, model: { type: 'BPE', vocab: {} } })).toMatchObject({
    code: 'broken-file',
    detail: { part: 'model.merges' },
  });
  expect(await faultOf(engine.open(new Blob(['<html>']), 'page'))).toMatchObject({
    code: 'broken-file',
    detail: { file: 'page', part: 'JSON' },
  });
});
