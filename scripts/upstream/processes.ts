import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Running {
  /** All that it has written so far, errors among it. */
  log(): string;
  /** Resolves when `url` answers with 200. Rejects with the log's end when the process ends first, or after `seconds`. */
  answers(url: string, seconds: number): Promise<void>;
  stop(): Promise<void>;
}

const alive = new Set<ChildProcess>();

/** subtle: each is the first of a group of its own, so that what it starts, such as a compiler, ends with it. */
function begin({ command, args, env, cwd }: Command) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, cwd, stdio: 'pipe', detached: true });
  alive.add(child);
  return child;
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Whatever ends this process but SIGKILL ends what it started. */
export function endAllWithMe(): void {
  const endAll = (): void => alive.forEach((child) => endGroup(child, 'SIGKILL'));
  process.on('exit', endAll);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => process.exit(code));
  }
}

/** Starts what runs beside this process until `stop`. */
export function start(what: Command): Running {
  const child = begin(what);
  let log = '';
  let failure: string | undefined;
  child.stdout.on('data', (part: Buffer) => (log += part.toString()));
  child.stderr.on('data', (part: Buffer) => (log += part.toString()));
  child.once('error', (error) => (failure = error.message));
  const ended = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      failure ??= `ended with ${code ?? signal}`;
      alive.delete(child);
      resolve();
    });
  });

  return {
    log: () => log,
    async answers(url, seconds) {
      for (const until = performance.now() + seconds * 1000; ; await wait(100)) {
        if (failure !== undefined) throw new Error(`${what.command}: ${failure}\n${log.slice(-2000)}`);
        if (performance.now() > until) throw new Error(`${url} does not answer\n${log.slice(-2000)}`);
        const answer = await fetch(url).catch(() => undefined);
        await answer?.arrayBuffer();
        if (answer?.ok === true) return;
      }
    },
    async stop() {
      if (!alive.has(child)) return;
      endGroup(child, 'SIGTERM');
      const isLate = await Promise.race([ended.then(() => false), wait(5000, true, { ref: false })]);
      if (isLate) endGroup(child, 'SIGKILL');
      await ended;
    },
  };
}

/** Runs to the end, behind everything else that the machine does. Rejects with the output's end when it fails. */
export async function runToEnd(what: Command): Promise<string> {
  const child = begin(what);
  if (child.pid !== undefined) setPriority(child.pid, 15);
  let log = '';
  child.stdout.on('data', (part: Buffer) => (log += part.toString()));
  child.stderr.on('data', (part: Buffer) => (log += part.toString()));
  const code = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
  alive.delete(child);
  if (code !== 0) throw new Error(`${[what.command, ...what.args].join(' ')}: ${code}\n${log.slice(-4000)}`);
  return log;
}

/** A port of this machine that nobody listened to a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
