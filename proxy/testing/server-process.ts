import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const serverPath = fileURLToPath(new URL('serve-folder.ts', import.meta.url));

/** The server as people start it, in a process of its own, with this configuration and environment and a page of its own. */
export async function startServer(config: unknown, env: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'server-'));
  const file = join(folder, 'tokenscope.config.json');
  await writeFile(file, JSON.stringify(config));
  await writeFile(join(folder, 'index.html'), '<p>page</p>');
  const server = spawn(process.execPath, ['--import', 'tsx', serverPath, folder], {
    // Nothing else is inherited: a key that lies in the environment would put its upstream behind every test.
    env: { PATH: process.env['PATH'], PORT: '0', LOG: 'json', TOKENSCOPE_CONFIG: file, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    for (const pipe of [server.stdout, server.stderr]) {
      pipe.on('data', (words: Buffer) => {
        said.push(words.toString());
        const port = / is at http:\/\/localhost:(\d+)/.exec(said.join(''))?.[1];
        if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
      });
    }
    void gone.then(() => reject(new Error(`the server has ended: ${said.join('')}`)));
  });
  return {
    origin,
    pid: server.pid!,
    /** What it has written to the console. */
    said,
    /** Asks it to end, and ends it when it does not. */
    async stop(): Promise<void> {
      server.kill('SIGTERM');
      const late = setTimeout(() => server.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(late);
      await rm(folder, { recursive: true });
    },
  };
}
