import { expect, test } from 'vitest';
import { schedule, type Outcome } from './schedule.ts';
import type { Step } from './steps.ts';

const step = (name: string, more: Partial<Step> = {}): Step => ({ name, script: name, ...more });

/** Runs made-up steps that take a turn of the event loop each; tells what ran beside what. */
async function record(
  steps: readonly Step[],
  failing: readonly string[] = [],
): Promise<{ outcomes: readonly Outcome[]; beside: Record<string, string[]> }> {
  const running = new Set<string>();
  const beside: Record<string, string[]> = {};
  const outcomes = await schedule(steps, 2, async ({ name }) => {
    beside[name] = [...running];
    running.add(name);
    await new Promise((resolve) => setImmediate(resolve));
    running.delete(name);
    return { name, result: failing.includes(name) ? 'failed' : 'passed', seconds: 1 };
  });
  return { outcomes, beside };
}

test('two cheap steps share the time, a step that wants to be alone is alone', async () => {
  const { outcomes, beside } = await record([step('a'), step('b'), step('unit', { alone: true }), step('c')]);
  expect(beside).toEqual({ a: [], b: ['a'], unit: [], c: [] });
  expect(outcomes.map(({ name, result }) => [name, result])).toEqual([
    ['a', 'passed'],
    ['b', 'passed'],
    ['unit', 'passed'],
    ['c', 'passed'],
  ]);
});

test('what needs a failed step is left out, and what needs that as well; the rest runs', async () => {
  const chain = [
    step('build'),
    step('size', { after: ['build'] }),
    step('more', { after: ['size'] }),
    step('unit'),
  ];
  const { outcomes } = await record(chain, ['build']);
  expect(outcomes.map(({ result }) => result)).toEqual(['failed', 'left out', 'left out', 'passed']);
});

test('a step waits for what it needs, also when that comes with it in the queue', async () => {
  const { beside } = await record([step('build'), step('size', { after: ['build'] })]);
  expect(beside).toEqual({ build: [], size: [] });
});

test('a choice of steps does not wait for those that were not chosen', async () => {
  const { outcomes } = await record([step('size', { after: ['build'] })]);
  expect(outcomes.map(({ result }) => result)).toEqual(['passed']);
});
