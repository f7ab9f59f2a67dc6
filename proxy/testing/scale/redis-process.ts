import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Part of every address here, so that a test can look for it where it must not be. */
export const password = 'hunter2-hunter2';

/** A Redis of its own on a free port, which keeps nothing on the disk; installed first where there is none. */
export async function startRedis() {
  const version = versionOf() ?? install();
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let redis = await start(port, folder);

  async function kill(): Promise<void> {
    const gone = new Promise<void>((resolve) => redis.once('exit', () => resolve()));
    redis.kill('SIGKILL');
    await gone;
  }

  return {
    version,
    url: `redis://:${password}@127.0.0.1:${port}`,
    kill,
    /** On the same port, with nothing in it. */
    async startAgain(): Promise<void> {
      redis = await start(port, folder);
    },
    /** Keeps its connections and says nothing. */
    pause: () => redis.kill('SIGSTOP'),
    resume: () => redis.kill('SIGCONT'),
    async remove(): Promise<void> {
      redis.kill('SIGCONT');
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}

async function start(port: number, folder: string): Promise<ChildProcess> {
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const what = ['--save', '', '--appendonly', 'no', '--requirepass', password];
  const redis = spawn('redis-server', [...where, ...what], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    redis.stdout.on('data', (words: Buffer) => {
      said += words.toString();
      if (/ready to accept connections/i.test(said)) resolve();
    });
    redis.once('exit', () => reject(new Error(`redis-server has ended: ${said}`)));
  });
  return redis;
}

function versionOf(): string | undefined {
  const { stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  return /v=(\S+)/.exec(stdout ?? '')?.[1];
}

function install(): string {
  spawnSync('apt-get', ['install', '-y', 'redis-server'], { stdio: 'inherit' });
  const version = versionOf();
  if (version === undefined)
    throw new Error('There is no redis-server, and apt-get could not install it: install it by hand.');
  return version;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}
