import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FaultError } from '../../shared/fault.ts';
import { loadModel, type FileBytes } from './load-model.ts';
import { crc32 } from './model/crc32.ts';
import goldens from './model/testing/trigram-goldens.json' with { type: 'json' };
import { uniform } from './sampling/rng.ts';

const V = 50_257;
const read = (name: string): Buffer => readFileSync(`public/models/trigram/${name}`);
const model = await loadModel(read);

function sumOfExp(logits: Float64Array): number {
  return logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
}

/** Loads with one file changed; gives the message of the fault. */
async function faultOf(changed: string, change: (bytes: Uint8Array) => FileBytes): Promise<string> {
  const error: unknown = await loadModel((name) =>
    name === changed ? change(read(name)) : read(name),
  ).catch((reason: unknown) => reason);
  if (!(error instanceof FaultError)) throw new Error(`no fault: ${String(error)}`);
  expect(error.fault.code).toBe('broken-file');
  expect(error.fault.detail).toEqual({ file: changed });
  return error.message;
}

function edited(edit: (manifest: Record<string, unknown>) => void): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    const manifest = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>;
    edit(manifest);
    return Buffer.from(JSON.stringify(manifest));
  };
}

test('the shipped model says what it is', () => {
  expect(model).toMatchObject({
    id: 'trigram',
    kind: 'trigram',
    encoding: 'r50k_base',
    contextLength: 2,
    vocabularySize: V,
  });
  const names = ['manifest.json', 'unigrams.bin', 'bigrams.bin', 'trigrams.bin'];
  expect(model.bytes).toBe(names.reduce((sum, name) => sum + read(name).length, 0));
  expect(model.bytes).toBeLessThanOrEqual(3_000_000);
});

test('equals the probabilities that a program in another language worked out from the same text', () => {
  for (const { history, id, p } of goldens) {
    expect(Math.abs(Math.exp(model.logits(history)[id]!) / p - 1)).toBeLessThan(1e-9);
  }
});

test('300 histories: seen, unseen, one id, none; the 50,257 probabilities sum to 1 and none is 0', () => {
  const histories: number[][] = [[], [50_256], [0], [V - 1, V - 1], [13, 198], [262]];
  while (histories.length < 300) {
    const i = histories.length;
    // Small ids are frequent ones; every third history is any pair of the vocabulary, and most of those were never seen.
    const reach = i % 3 === 0 ? V : 2_000;
    histories.push([Math.floor(reach * uniform(1, 2 * i)), Math.floor(reach * uniform(1, 2 * i + 1))]);
  }
  for (const history of histories) {
    const logits = model.logits(history);
    expect(logits.length).toBe(V);
    expect(Math.abs(sumOfExp(logits) - 1)).toBeLessThan(1e-9);
    expect(logits.every((logit) => logit > -Infinity && logit < 0)).toBe(true);
  }
});

test('only the last two ids count, and every answer is a fresh array', () => {
  const short = model.logits([257, 640]);
  expect(model.logits(Uint32Array.from([7454, 2402, 257, 640]))).toEqual(short);
  expect(model.logits([640])).not.toEqual(short);
  short.fill(0);
  expect(sumOfExp(model.logits([257, 640]))).toBeCloseTo(1, 9);
  // Nothing before it: the start of a document.
  expect(model.logits([])).toEqual(model.logits([50_256]));
});

test('an id outside the vocabulary is refused by name', () => {
  for (const id of [-1, V, 1.5, NaN]) {
    expect(() => model.logits([1, id])).toThrow(
      new RangeError(`a token id is an integer from 0 to 50256, not ${id}`),
    );
  }
});

test('bytes may come at once or later, as a Buffer, a Uint8Array or an ArrayBuffer', async () => {
  const later = await loadModel(async (name) => {
    const bytes = read(name);
    return Promise.resolve(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    );
  });
  expect(later.logits([257])).toEqual(model.logits([257]));
});

test('what `read` rejects with comes through', async () => {
  await expect(loadModel(() => Promise.reject(new Error('no such file')))).rejects.toThrow('no such file');
});

test('a truncated, damaged or exchanged file is named', async () => {
  const { length } = read('bigrams.bin');
  expect(await faultOf('bigrams.bin', (bytes) => bytes.subarray(0, -1))).toBe(
    `bigrams.bin has ${length - 1} bytes where the manifest says ${length}.`,
  );
  expect(
    await faultOf('trigrams.bin', (bytes) =>
      Uint8Array.from(bytes, (byte, i) => (i === 1000 ? byte ^ 1 : byte)),
    ),
  ).toMatch('trigrams.bin has the checksum');
  expect(await faultOf('unigrams.bin', () => new Uint8Array(0))).toMatch('has 0 bytes');
  expect(await faultOf('unigrams.bin', () => 'text' as unknown as Uint8Array)).toMatch(
    'was not read as bytes',
  );
});

test('a manifest that is not one says why', async () => {
  const page = await faultOf('manifest.json', () => Buffer.from('<!doctype html>'));
  expect(page).toBe('manifest.json is not JSON in UTF-8.');
  expect(await faultOf('manifest.json', () => Uint8Array.of(0x22, 0xff, 0x22))).toBe(page);
  expect(await faultOf('manifest.json', () => Buffer.from('[]'))).toMatch(
    'does not name the kind of the model',
  );
  expect(
    await faultOf(
      'manifest.json',
      edited((m) => (m['kind'] = 'rwkv')),
    ),
  ).toBe('manifest.json is of the kind "rwkv"; known kinds: trigram, transformer.');
  expect(
    await faultOf(
      'manifest.json',
      edited((m) => (m['format'] = 2)),
    ),
  ).toMatch('at format');
  expect(
    await faultOf(
      'manifest.json',
      edited((m) => (m['vocabularySize'] = 1e9)),
    ),
  ).toMatch('at vocabularySize');
  expect(
    await faultOf(
      'manifest.json',
      edited((m) => (m['separator'] = 60_000)),
    ),
  ).toMatch('separator');
});

test('a file whose checksum is right and whose numbers are not is named, not believed', async () => {
  const noise = Uint8Array.from({ length: 5_000 }, (_, i) => (i === 0 ? 0 : (i * i * 31 + 7) & 255));
  const claim = edited((m) => {
    (m['files'] as Record<string, object>)['trigrams'] = {
      name: 'trigrams.bin',
      bytes: noise.length,
      crc32: crc32(noise),
      sha256: '0'.repeat(64),
    };
  });
  const load = loadModel((name) =>
    name === 'manifest.json' ? claim(read(name)) : name === 'trigrams.bin' ? noise : read(name),
  );
  await expect(load).rejects.toThrow(/^trigrams\.bin (has|holds|its)/);
});

test('the check value of CRC-32', () => {
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
});
