/*
 * npm run test:load [-- --clients N] [--seconds N] [--seed N]
 *
 * Clients of all sorts, good and bad, against a server process before an upstream that misbehaves in every way it knows; then what is left of
 * it: requests, connections, memory. Exit code 1 when something is not as it is to be.
 */
import { parseArgs } from 'node:util';
import { growthOf, judgeLoad } from '../proxy/testing/load/judge-load.ts';
import { runLoad } from '../proxy/testing/load/run-load.ts';

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const [clients, seconds, seed] = [values.clients, values.seconds, values.seed].map(Number);
if (![clients, seconds, seed].every((number) => Number.isInteger(number) && number! >= 0))
  throw new Error('--clients, --seconds and --seed: whole numbers are accepted');

console.log(`${clients} clients for ${seconds} s, seed ${seed}`);
const report = await runLoad({ clients: clients!, seconds: seconds!, seed: seed! });
console.log('\ndeed                        times   not as it is to be');
for (const [name, { done, wrong }] of report.deeds)
  console.log(`${name.padEnd(26)} ${String(done).padStart(6)} ${String(wrong).padStart(6)}`);
const all = [...report.deeds.values()].reduce((sum, { done }) => sum + done, 0);
const memory = report.use.map((each) => each.memory ?? NaN);
const { growth, leftOpen } = growthOf(report);
const rows: readonly (readonly [string, string])[] = [
  ['requests', `${all}, ${(all / seconds!).toFixed(0)} a second`],
  ['that did not end', String(report.hanging)],
  [
    'connections to the upstream',
    `${report.connections.most} at most, ${report.connections.left} in the end`,
  ],
  ['requests left there', String(report.running)],
  [
    'memory',
    `${memory[0]!.toFixed(0)} MB before, ${Math.max(...memory).toFixed(0)} at most, ${memory.at(-1)!.toFixed(0)} after`,
  ],
  ['its growth in the second half', `${growth.toFixed(0)} MB`],
  ['files and sockets more than before', String(leftOpen)],
  [
    '/healthz',
    `${report.health.during.toFixed(0)} ms at most under load, ${report.health.after.toFixed(0)} ms afterwards`,
  ],
];
console.log('');
for (const [what, value] of rows) console.log(`${what.padEnd(36)} ${value}`);
const faults = judgeLoad(report);
console.log('');
console.log(faults.length === 0 ? 'PASS' : faults.map((fault) => `FAIL  ${fault}`).join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
