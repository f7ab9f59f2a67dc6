import { runStep } from './run-step.ts';
import { schedule } from './schedule.ts';
import { steps } from './steps.ts';

/** `npm test` runs every step; `npm test -- types unit` runs those two. */
const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}
const chosen = steps.filter(({ name }) => names.length === 0 || names.includes(name));
const outcomes = await schedule(chosen, 2, runStep);

console.log('');
for (const { name, result, seconds } of outcomes)
  console.log(`${result.padEnd(8)}  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
const failed = outcomes.filter(({ result }) => result !== 'passed');
const total = performance.now() / 1000;
console.log(
  failed.length === 0 ? `\nAll passed in ${total.toFixed(0)} s` : `\n${failed.length} did not pass`,
);
if (failed.length > 0) process.exitCode = 1;
