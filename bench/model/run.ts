/*
 * npm run bench:model [-- --rounds N] [--model DIR] [--onnxruntime DIR]
 *
 * What the transformer costs in one thread: a token with the cache, a prompt of 256 tokens, memory. Ours with WebAssembly,
 * ours without, and onnxruntime-web (WebAssembly, one thread) on the same weights, which is large and not installed here:
 * `npm install --prefix DIR onnxruntime-web`, and --onnxruntime DIR/node_modules/onnxruntime-web. Its file is made by
 * training/tiny/export_onnx.py. Every measurement is a fresh process; rounds are interleaved; medians count.
 * Exit code 1 when a bar is missed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Who } from './runners.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    model: { type: 'string', default: fileURLToPath(new URL('../../public/models/tiny', import.meta.url)) },
    onnxruntime: { type: 'string' },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error('--rounds: a whole number of 1 or more is accepted');

const bars = { tokensASecond: 60, promptMs: 1500, memoryMb: 120, slowdown: 2 };
const result = v.object({
  load: v.number(),
  prompt: v.number(),
  each: v.number(),
  memory: v.number(),
  base: v.number(),
});
type Result = v.InferOutput<typeof result>;

const folder = mkdtempSync(join(tmpdir(), 'bench-model-'));
const onnxFile = join(folder, 'model.onnx');

function measure(who: Who): Result {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const places = who === 'onnx' ? [options.model, onnxFile, options.onnxruntime!] : [options.model];
  const line = execFileSync(process.execPath, ['--import', 'tsx', script, who, ...places], {
    encoding: 'utf8',
  });
  return v.parse(result, JSON.parse(line));
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const columns: Who[] = ['ours', 'plain'];
const all = new Map<Who, Result[]>();
try {
  if (options.onnxruntime !== undefined) {
    const script = fileURLToPath(new URL('../../training/tiny/export_onnx.py', import.meta.url));
    execFileSync('python3', [script, '--model', options.model, '--to', onnxFile], { stdio: 'ignore' });
    columns.push('onnx');
  }
  for (let round = 0; round < rounds; round++) {
    for (const who of columns) all.set(who, [...(all.get(who) ?? []), measure(who)]);
  }
} finally {
  rmSync(folder, { recursive: true });
}

const middle = (who: Who, of: (each: Result) => number): number => median(all.get(who)!.map(of));
console.log(`Node ${process.version}, ${rounds} rounds, medians\n`);
console.log('                          load   prompt of 256   a token   tokens a second   memory');
const names = { ours: 'ours, WebAssembly', plain: 'ours, TypeScript', onnx: 'onnxruntime-web' };
for (const who of columns) {
  const each = middle(who, (one) => one.each);
  console.log(
    `${names[who].padEnd(20)} ${middle(who, (one) => one.load)
      .toFixed(0)
      .padStart(6)} ms ` +
      `${middle(who, (one) => one.prompt)
        .toFixed(0)
        .padStart(12)} ms ${each.toFixed(2).padStart(6)} ms ` +
      `${(1000 / each).toFixed(0).padStart(17)} ${middle(who, (one) => one.memory - one.base)
        .toFixed(0)
        .padStart(5)} MB`,
  );
}

let failed = false;
function judge(what: string, passes: boolean): void {
  failed ||= !passes;
  console.log(`${passes ? 'PASS' : 'FAIL'}  ${what}`);
}
const each = middle('ours', (one) => one.each);
const prompt = middle('ours', (one) => one.prompt);
const memory = middle('ours', (one) => one.memory - one.base);
console.log('');
judge(
  `${(1000 / each).toFixed(0)} tokens a second; the bar is ${bars.tokensASecond}`,
  1000 / each >= bars.tokensASecond,
);
judge(`a prompt of 256 in ${prompt.toFixed(0)} ms; the bar is ${bars.promptMs} ms`, prompt <= bars.promptMs);
judge(
  `${memory.toFixed(0)} MB more than before loading; the bar is ${bars.memoryMb} MB`,
  memory <= bars.memoryMb,
);
if (columns.includes('onnx')) {
  const token = each / middle('onnx', (one) => one.each);
  const text = prompt / middle('onnx', (one) => one.prompt);
  judge(
    `a token takes ${token.toFixed(2)} of onnxruntime-web's time; the bar is ${bars.slowdown}`,
    token <= bars.slowdown,
  );
  judge(
    `a prompt takes ${text.toFixed(2)} of onnxruntime-web's time; the bar is ${bars.slowdown}`,
    text <= bars.slowdown,
  );
}
process.exitCode = failed ? 1 : 0;
