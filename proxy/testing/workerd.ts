import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { build } from 'vite';

const require = createRequire(import.meta.url);
/** The package says where its program for this machine is, and has no types. */
const program = v.object({ default: v.string() });
const listens = v.object({ event: v.literal('listen'), port: v.number() });
const bundle = v.object({
  output: v.tuple([v.object({ code: v.string(), imports: v.array(v.string()) })]),
});

/** A module and all that it imports as one text, as the platform takes it. `imports` is what could not be taken in. */
export async function bundleWorker(
  entry: URL,
): Promise<{ readonly code: string; readonly imports: string[] }> {
  const built: unknown = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'webworker', noExternal: true },
    build: { ssr: fileURLToPath(entry), write: false, target: 'es2022', minify: false },
  });
  return v.parse(bundle, built).output[0];
}

export interface WorkerdOptions {
  readonly code: string;
  readonly date: string;
  readonly flags: readonly string[];
  /** Variables and secrets, which look the same to a Worker. */
  readonly texts: Readonly<Record<string, string>>;
  /** Where the binding ASSETS asks, as `host:port`. */
  readonly assets: string;
}

/** Runs a Worker in Cloudflare's own runtime until `stop`. `said` is what it has written to the console. */
export async function startWorkerd(options: WorkerdOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'workerd-'));
  await writeFile(join(folder, 'worker.js'), options.code);
  await writeFile(join(folder, 'config.capnp'), configText(options));
  const path = v.parse(program, require('workerd')).default;
  const server = spawn(path, ['serve', '--control-fd=3', 'config.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const pipe of [server.stdout, server.stderr])
    pipe?.on('data', (words: Buffer) => said.push(words.toString()));
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    (server.stdio[3] as Readable).once('data', (line: Buffer) =>
      resolve(v.parse(listens, JSON.parse(line.toString())).port),
    );
    void gone.then(() => reject(new Error(`workerd has ended: ${said.join('')}`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    said,
    async stop(): Promise<void> {
      server.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}

function configText({ date, flags, texts, assets }: WorkerdOptions): string {
  const bindings = Object.entries(texts).map(
    ([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "server", worker = .server),
    (name = "outside", network = (allow = ["public", "private"])),
    (name = "assets", external = (address = ${JSON.stringify(assets)}, http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "server")],
);
const server :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = ${JSON.stringify(date)},
  compatibilityFlags = ${JSON.stringify(flags)},
  globalOutbound = "outside",
  bindings = [${[...bindings, '(name = "ASSETS", service = "assets")'].join(', ')}],
);
`;
}
