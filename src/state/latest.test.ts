import { expect, test } from 'vitest';
import { FaultError } from '../../shared/fault.ts';
import { latest } from './latest.ts';

/** Work that ends when told to, and notes when it starts and whether it was aborted. */
function bench(heeds: boolean) {
  const started: string[] = [];
  const finish = new Map<string, (value: string) => void>();
  const aborted: string[] = [];
  const run = latest(
    (signal, name: string) =>
      new Promise<string>((resolve, reject) => {
        started.push(name);
        finish.set(name, resolve);
        signal.addEventListener('abort', () => {
          aborted.push(name);
          if (heeds) reject(new Error('heard'));
        });
      }),
  );
  return { run, started, finish, aborted };
}

const code = (error: unknown) => (error instanceof FaultError ? error.fault.code : String(error));
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('a single call is answered', async () => {
  const { run, finish } = bench(true);
  const a = run('a');
  finish.get('a')!('A');
  expect(await a).toBe('A');
});

test('a newer call aborts the older, which ends with `aborted`, and only the newer is answered', async () => {
  const { run, finish, aborted } = bench(true);
  const a = run('a').catch(code);
  const b = run('b');
  expect(await a).toBe('aborted');
  expect(aborted).toEqual(['a']);
  await turn();
  finish.get('b')!('B');
  expect(await b).toBe('B');
});

test('one runs at a time: while deaf work goes on, the next waits, and one overtaken in waiting never starts', async () => {
  const { run, started, finish } = bench(false);
  const a = run('a').catch(code);
  const b = run('b').catch(code);
  const c = run('c');
  expect(await Promise.all([a, b])).toEqual(['aborted', 'aborted']);
  await turn();
  expect(started).toEqual(['a']);
  finish.get('a')!('too late');
  await turn();
  expect(started).toEqual(['a', 'c']);
  finish.get('c')!('C');
  expect(await c).toBe('C');
});

test('an error of the newest reaches its caller, and the next call runs', async () => {
  let n = 0;
  const run = latest(async () => {
    if (++n === 1) throw new RangeError('first');
    return n;
  });
  await expect(run()).rejects.toThrow('first');
  expect(await run()).toBe(2);
});

test('abort gives up what runs', async () => {
  const { run, aborted } = bench(true);
  const a = run('a').catch(code);
  run.abort();
  expect(await a).toBe('aborted');
  expect(aborted).toEqual(['a']);
});
