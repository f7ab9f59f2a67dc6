/*
 * npm run bench:proxy [-- --rounds N] [--gateway DIR]
 *
 * What the server adds between a client and an upstream that takes no time itself: the same requests directly, through the
 * server, and through Portkey's gateway, which is not installed here: `npm install --prefix DIR @portkey-ai/gateway`, and
 * --gateway DIR/node_modules/@portkey-ai/gateway. Every server is a process of its own, the client is the same for all; rounds are
 * interleaved; medians count. Exit code 1 when a bar is missed.
 */
import { parseArgs } from 'node:util';
import { measure, median, type Measured } from './measure.ts';
import { openWays } from './ways.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, gateway: { type: 'string' } },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('--rounds: a whole number of 1 or more is accepted');

const bars = { addedMs: 3, healthASecond: 1500 };

const { ways, close } = await openWays(options.gateway);
const all = new Map<string, Measured[]>(ways.map(({ name }) => [name, []]));
try {
  for (let round = 0; round < rounds; round++)
    for (const way of ways) all.get(way.name)!.push(await measure(way));
} finally {
  await close();
}

/** NaN where it could not be measured. */
const middle = (name: string, of: keyof Measured): number =>
  median(all.get(name)!.map((each) => each[of] ?? NaN));
const [direct, ours] = ways.map(({ name }) => name) as [string, string];
const added = (name: string, of: 'request' | 'firstByte'): number => middle(name, of) - middle(direct, of);
const shown = (value: number, digits: number, unit = ''): string =>
  Number.isNaN(value) ? '-' : `${value.toFixed(digits)}${unit}`;

console.log(`Node ${process.version}, ${rounds} rounds, medians\n`);
const titles = ['a request', 'added', 'first byte', 'added', 'completions/s', 'health/s', 'events/s'];
console.log(`${''.padEnd(20)}${titles.map((title) => title.padStart(15)).join('')}`);
for (const { name } of ways) {
  const cells = [
    shown(middle(name, 'request'), 2, ' ms'),
    name === direct ? '' : shown(added(name, 'request'), 2, ' ms'),
    shown(middle(name, 'firstByte'), 2, ' ms'),
    name === direct ? '' : shown(added(name, 'firstByte'), 2, ' ms'),
    shown(middle(name, 'completions'), 0),
    shown(middle(name, 'health'), 0),
    shown(middle(name, 'events'), 0),
  ];
  console.log(`${name.padEnd(20)}${cells.map((cell) => cell.padStart(15)).join('')}`);
}

let failed = false;
function judge(what: string, passes: boolean): void {
  failed ||= !passes;
  console.log(`${passes ? 'PASS' : 'FAIL'}  ${what}`);
}
console.log('');
const request = added(ours, 'request');
judge(
  `a request takes ${request.toFixed(2)} ms more; the bar is ${bars.addedMs} ms`,
  request <= bars.addedMs,
);
const health = middle(ours, 'health');
judge(
  `/healthz answers ${health.toFixed(0)} times a second; the bar is ${bars.healthASecond}`,
  health >= bars.healthASecond,
);
process.exitCode = failed ? 1 : 0;
