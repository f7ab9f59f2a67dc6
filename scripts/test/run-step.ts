import { spawn } from 'node:child_process';
import type { Outcome } from './schedule.ts';
import type { Step } from './steps.ts';

/**
 * Runs one step's npm script. The output of a step that runs beside another is held back until it ends, so that
 * two never mix; of a step that passed only what it had to complain about matters, so it is not shown at all.
 */
export function runStep(step: Step): Promise<Outcome> {
  const started = performance.now();
  console.log(`· ${step.name} (npm run ${step.script})`);
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', step.script], {
      stdio: step.alone ? 'inherit' : 'pipe',
      shell: process.platform === 'win32',
    });
    const said: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => said.push(part));
    child.stderr?.on('data', (part: Buffer) => said.push(part));
    const end = (result: Outcome['result']): void => {
      if (result === 'failed') process.stdout.write(Buffer.concat(said));
      resolve({ name: step.name, result, seconds: (performance.now() - started) / 1000 });
    };
    child.once('error', (error) => {
      console.error(error.message);
      end('failed');
    });
    child.once('close', (code) => end(code === 0 ? 'passed' : 'failed'));
  });
}
