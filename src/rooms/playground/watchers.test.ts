import { afterEach, describe, expect, test } from 'vitest';
import type { Inside } from '../../core/model/language-model.ts';
import { valueOf } from '../../state/async.ts';
import type { Script } from '../../engines/model/scripted.ts';
import { createPlayground, type Playground } from './playground.ts';
import { handClock, letterModel, letterServices, mapStorage } from './testing/letter-services.ts';
import { quiet, until } from './testing/waits.ts';

const open: Playground[] = [];
afterEach(() => open.splice(0).forEach((playground) => playground.stop()));

const [A, B] = [97, 98];

/** One layer of one head that looks at every position alike. */
const look = (ids: readonly number[]): Inside => ({
  layers: 1,
  heads: 1,
  window: Uint32Array.from(ids),
  attention: new Float32Array(ids.length).fill(1 / ids.length),
  streams: new Float32Array(),
  lens: new Float32Array(2 * 128).fill(1 / 128),
});

/** tiny has an inside, the trigram has none; both say a with 3/4 and b with 1/4. */
async function started(text: string, next: Script['next'] = () => ({ [A]: 0.75, [B]: 0.25 })) {
  const storage = mapStorage();
  const clock = handClock();
  const { services } = letterServices(next, storage, clock, async (id) =>
    letterModel(id, id === 'tiny' ? { next, inside: look } : { next }),
  );
  const playground = createPlayground(services);
  open.push(playground);
  await playground.start('');
  playground.replaceText({ text, plain: text.length, exact: 0, drawn: [] });
  await quiet(playground);
  return { playground, clock, state: () => playground.store.getState() };
}

describe('the inside of the model', () => {
  test('is asked for while the panel is open only, and follows the text', async () => {
    const { playground, state } = await started('abab');
    expect(state().inside.phase).toBe('idle');
    playground.setInsideOpen(true);
    await until(() => state().inside.phase === 'done');
    expect(valueOf(state().inside)).toMatchObject({
      maker: { id: 'tiny' },
      inside: { window: Uint32Array.of(A, B, A, B) },
      outside: 0,
    });
    playground.type([{ from: 4, to: 4, insert: 'aa' }]);
    await until(() => valueOf(state().inside)?.outside === 2);
    // Of ab abaa the last four are seen, the two before them are not.
    expect(valueOf(state().inside)).toMatchObject({
      inside: { window: Uint32Array.of(A, B, A, A) },
      before: Uint32Array.of(A, B),
    });
    playground.setInsideOpen(false);
    expect(state().inside.phase).toBe('idle');
  });

  test('is not there for a model that has none', async () => {
    const { playground, state } = await started('ab');
    playground.setInsideOpen(true);
    await until(() => state().inside.phase === 'done');
    await playground.chooseModel('trigram');
    await quiet(playground);
    expect(state().inside.phase).toBe('idle');
  });
});

describe('surprise', () => {
  test('is weighed when the colours are of it: a has −log2 3/4 = 0.415 bits, b has 2', async () => {
    const { playground, state } = await started('aab');
    expect(state().surprise.phase).toBe('idle');
    playground.setColours('surprise');
    await until(() => state().surprise.phase === 'done');
    const { bits, ids, first, tokens } = valueOf(state().surprise)!;
    expect([...bits].map((each) => each.toFixed(3))).toEqual(['0.415', '0.415', '2.000']);
    expect([...ids]).toEqual([A, A, B]);
    expect([first, tokens]).toEqual([0, 3]);
    playground.setColours('tokens');
    expect(state().surprise.phase).toBe('idle');
  });

  test('waits for 300 ms of quiet after an edit; the bits before stay until then', async () => {
    const { playground, state, clock } = await started('aab');
    playground.setColours('surprise');
    await until(() => state().surprise.phase === 'done');
    playground.type([{ from: 3, to: 3, insert: 'b' }]);
    await quiet(playground);
    clock.pass(299);
    expect(valueOf(state().surprise)!.text).toBe('aab');
    clock.pass(1);
    await until(() => valueOf(state().surprise)!.text === 'aabb');
    expect(valueOf(state().surprise)!.bits).toHaveLength(4);
  });

  test('is weighed anew, and the old bits go, when another model answers', async () => {
    const { playground, state } = await started('aab');
    playground.setColours('surprise');
    await until(() => state().surprise.phase === 'done');
    await playground.chooseModel('trigram');
    expect(valueOf(state().surprise)).toBeUndefined();
    await until(() => state().surprise.phase === 'done');
    expect(valueOf(state().surprise)!.maker.id).toBe('trigram');
  });

  test('of 5,000 tokens the last 4,096 are weighed, the first of them with what stands before it', async () => {
    // At the start of a text b is impossible: ∞ bits for a first token that nothing stands before.
    const next = (ids: readonly number[]) => (ids.length === 0 ? { [A]: 1 } : { [A]: 0.75, [B]: 0.25 });
    const { playground, state } = await started('a'.repeat(904) + 'b'.repeat(4096), next);
    playground.setColours('surprise');
    await until(() => state().surprise.phase === 'done');
    const { bits, ids, first, tokens } = valueOf(state().surprise)!;
    expect([bits.length, ids.length, first, tokens]).toEqual([4096, 4096, 904, 5000]);
    expect(bits[0]).toBeCloseTo(2, 12);
  });
});
