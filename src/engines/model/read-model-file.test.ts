import { expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import type { LoadProgress } from './engine.ts';
import { readModelFile } from './read-model-file.ts';

const manifest = JSON.stringify({ files: { first: { bytes: 6 }, second: { bytes: 4 } } });

function folder(
  answer: (url: string) => Response | Promise<Response>,
  signal = new AbortController().signal,
) {
  const progress: LoadProgress[] = [];
  const asked: string[] = [];
  const read = readModelFile({
    url: 'http://localhost/models/x/',
    signal,
    fetch: async (url) => {
      asked.push(url);
      return answer(url);
    },
    onProgress: (step) => progress.push(step),
  });
  return { read, progress, asked };
}

/** A body that comes in two parts, and breaks off after them if told to. */
function inParts(a: number, b: number, breaks = false) {
  return new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(a));
        controller.enqueue(new Uint8Array(b));
        if (breaks) controller.error(new TypeError('connection lost'));
        else controller.close();
      },
    }),
  );
}

async function faultOf(work: unknown) {
  try {
    await work;
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error('it succeeded');
}

test('bytes are counted as they come, against the manifest and the files it names', async () => {
  const m = manifest.length;
  const { read, progress, asked } = folder((url) =>
    url.endsWith('.json') ? new Response(manifest) : inParts(4, 2),
  );
  await read('manifest.json');
  expect(await read('first.bin')).toEqual(new Uint8Array(6));
  expect(asked).toEqual(['http://localhost/models/x/manifest.json', 'http://localhost/models/x/first.bin']);
  // m bytes of the manifest, then 4, then 2 more, of m + 6 + 4
  expect(progress).toEqual([
    { loaded: m, total: m + 10 },
    { loaded: m + 4, total: m + 10 },
    { loaded: m + 6, total: m + 10 },
  ]);
});

test('a missing file is `not-found` and names itself', async () => {
  const { read } = folder(() => new Response('', { status: 404 }));
  expect(await faultOf(read('manifest.json'))).toMatchObject({
    code: 'not-found',
    detail: { file: 'manifest.json', status: 404 },
  });
});

test('no network, and a file that breaks off, are `offline`', async () => {
  const none = folder(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await faultOf(none.read('manifest.json'))).toMatchObject({ code: 'offline' });
  const cut = folder(() => inParts(1, 1, true));
  expect(await faultOf(cut.read('first.bin'))).toMatchObject({
    code: 'offline',
    detail: { file: 'first.bin' },
  });
});

test('a read that is given up is `aborted`', async () => {
  const controller = new AbortController();
  const { read } = folder(() => {
    controller.abort();
    return Promise.reject(new DOMException('', 'AbortError'));
  }, controller.signal);
  expect(await faultOf(read('first.bin'))).toMatchObject({ code: 'aborted' });
});
