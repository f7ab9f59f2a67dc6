import type { Step } from './steps.ts';

export interface Outcome {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'left out';
  /** Of wall-clock time; 0 when left out. */
  readonly seconds: number;
}

/**
 * Runs the steps in their order, at most `lanes` at once and an `alone` one by itself, and gives one outcome
 * each, in the same order. A step whose `after` did not pass is left out; nothing else stops the rest.
 */
export async function schedule(
  steps: readonly Step[],
  lanes: number,
  run: (step: Step) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const running = new Map<string, Promise<void>>();
  const waiting = [...steps];
  const settled = (name: string): boolean => !steps.some((step) => step.name === name) || outcomes.has(name);
  const passed = (name: string): boolean => (outcomes.get(name)?.result ?? 'passed') === 'passed';

  const start = (step: Step): void => {
    const task = run(step).then((outcome) => {
      outcomes.set(step.name, outcome);
      running.delete(step.name);
    });
    running.set(step.name, task);
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((step) => (step.after ?? []).every(settled));
    const step = waiting[next];
    if (step !== undefined && !(step.after ?? []).every(passed)) {
      outcomes.set(step.name, { name: step.name, result: 'left out', seconds: 0 });
      waiting.splice(next, 1);
    } else if (step !== undefined && running.size < (step.alone ? 1 : lanes)) {
      waiting.splice(next, 1);
      start(step);
      if (step.alone) await Promise.race(running.values());
    } else {
      await Promise.race(running.values());
    }
  }
  return steps.map((step) => outcomes.get(step.name)!);
}
