import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, start, type Running } from './processes.ts';

/**
 * Starts the proxy with a `tokenscope.config.json` of its own. It reads that beside itself, and there may be one in this
 * checkout that is somebody's; so it runs in a folder that has a copy of `proxy`, and links to everything else.
 */
export async function startProxy(
  folder: string,
  config: object,
): Promise<{ readonly proxy: Running; readonly origin: string }> {
  const root = new URL('../../', import.meta.url);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'dist'), { recursive: true });
  await cp(fileURLToPath(new URL('proxy', root)), join(folder, 'proxy'), { recursive: true });
  for (const name of ['src', 'shared', 'public', 'node_modules', 'package.json']) {
    await symlink(fileURLToPath(new URL(name, root)), join(folder, name));
  }
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>no page</title>');
  await writeFile(join(folder, 'tokenscope.config.json'), JSON.stringify(config));
  const port = await freePort();
  const proxy = start({
    command: process.execPath,
    args: ['--import', 'tsx', join(folder, 'proxy', 'server.ts')],
    // Nothing of this shell's may reach it: it would ask others too.
    env: { PORT: String(port), HOST: '127.0.0.1', ALLOWED_HOSTS: '', OPENAI_API_KEY: '' },
    cwd: folder,
  });
  const origin = `http://127.0.0.1:${port}`;
  await proxy.answers(`${origin}/healthz`, 30);
  return { proxy, origin };
}
