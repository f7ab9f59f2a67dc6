import { afterEach, expect, test } from 'vitest';
import { serve } from '../../engines/rpc/server.ts';
import { channelWorker } from '../../engines/rpc/testing/channel-worker.ts';
import { nodeBreather } from '../../engines/rpc/testing/node-breather.ts';
import type { TokenizerCalls } from '../../engines/tokenizer/calls.ts';
import { createTokenizerEngine } from '../../engines/tokenizer/engine.ts';
import { letterEncoding } from '../../engines/tokenizer/testing/letter-encoding.ts';
import { createTokenizerService } from '../../engines/tokenizer/tokenizer-service.ts';
import { valueOf } from '../../state/async.ts';
import { tokensKey } from '../../state/storage-keys.ts';
import { createTokensRoom, type TokensRoomModel } from './create-tokens-room.ts';

const open: TokensRoomModel[] = [];
afterEach(() => open.splice(0).forEach((room) => room.stop()));

/** A world in which each ASCII letter is a token, and writing to the device happens at once. */
async function started(kept = new Map<string, string>(), fragment = '') {
  const room = createTokensRoom({
    tokenizer: (encoding) =>
      createTokenizerEngine(encoding, () => {
        const worker = channelWorker();
        const service = createTokenizerService(async () => letterEncoding());
        serve<TokenizerCalls>(worker.scope, service, nodeBreather);
        return worker.port;
      }),
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    clock: {
      now: () => 0,
      after(_, run) {
        run();
        return () => undefined;
      },
    },
  });
  open.push(room);
  await room.start(fragment);
  const state = () => room.store.getState();
  const settled = async () => {
    while (state().summary.phase === 'running' || state().summary.phase === 'idle')
      await new Promise((resolve) => setImmediate(resolve));
  };
  return { room, state, settled, kept };
}

test('a text is read, and read again when it is changed', async () => {
  const { room, state, settled } = await started();
  room.setText('abc');
  await settled();
  expect(valueOf(state().summary)?.tokens).toBe(3);
  const source = room.type([{ from: 1, to: 2, insert: 'xyz' }]);
  expect(state().text).toBe('axyzc');
  expect([...(await source!.slice(0, 2)).ids]).toEqual([97, 120]);
  await settled();
  expect(valueOf(state().summary)?.tokens).toBe(5);
});

test('ids become text, text becomes ids', async () => {
  const { room, state, settled } = await started();
  room.takeIds([104, 105]);
  expect(state().text).toBe('hi');
  await settled();
  expect([...(await room.ids())]).toEqual([104, 105]);
});

test('a replaced text can be brought back, once', async () => {
  const { room, state } = await started();
  room.setText('first');
  room.setText('second');
  expect(state().replaced).toBe('first');
  room.bringBack();
  expect([state().text, state().replaced]).toEqual(['first', undefined]);
});

test('a link and a reload bring text, encoding, tab and splits back', async () => {
  const { room, kept } = await started();
  room.setText('linked');
  room.setEncoding('r50k_base');
  room.setTab('compare');
  room.setCompared(['words', 'bytes']);
  const link = await room.link();
  const wanted = { text: 'linked', encoding: 'r50k_base', tab: 'compare', compared: ['words', 'bytes'] };
  const fresh = await started(new Map(), link.ok ? link.value : '');
  expect(fresh.state()).toMatchObject(wanted);
  expect((await started(kept)).state()).toMatchObject(wanted);
});

test('what cannot be read is told of and set aside; the room works on', async () => {
  const kept = new Map([[tokensKey, JSON.stringify({ encoding: 'latin', text: 'mine' })]]);
  const { state, settled } = await started(kept);
  expect(state().notices).toMatchObject([
    { fault: { code: 'unreadable-storage', detail: { field: 'encoding' } } },
  ]);
  expect(kept.get(`${tokensKey}/unreadable`)).toContain('mine');
  await settled();
  expect(state().summary.phase).toBe('done');
});
