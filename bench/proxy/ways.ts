import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../proxy/testing/server-process.ts';

/** One way to the same upstream. */
export interface Way {
  readonly name: string;
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly model: string;
  /** A path that is answered without the upstream. */
  readonly health: string;
}

/** Starts the upstream and every way to it, each in a process of its own. `gateway` is the folder of @portkey-ai/gateway. */
export async function openWays(
  gateway: string | undefined,
): Promise<{ ways: Way[]; close: () => Promise<void> }> {
  const script = fileURLToPath(new URL('upstream.ts', import.meta.url));
  const upstream = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(upstream.stdout), 'line')) as [string];
  const port = Number(line);
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const unlimited = 1e9;
  const server = await startServer(
    {
      upstreams: [{ name: 'far', baseUrl, key: 'a-key' }],
      limits: {
        requestsPerMinute: unlimited,
        concurrent: unlimited,
        tokensPerDay: 1e12,
        tokensPerDayInAll: 1e12,
      },
    },
    { LOG: 'off' },
  );
  const ways: Way[] = [
    { name: 'directly', port, headers: {}, model: 'fixed', health: '/healthz' },
    {
      name: 'through Tokenscope',
      port: Number(new URL(server.origin).port),
      headers: {},
      model: 'far/fixed',
      health: '/healthz',
    },
  ];
  const others: ChildProcess[] = [upstream];
  if (gateway !== undefined) {
    const gatewayPort = await freePort();
    others.push(await startGateway(gateway, gatewayPort));
    ways.push({
      name: 'through Portkey',
      port: gatewayPort,
      headers: {
        authorization: 'Bearer a-key',
        'x-portkey-provider': 'openai',
        'x-portkey-custom-host': baseUrl,
      },
      model: 'fixed',
      health: '/',
    });
  }
  return {
    ways,
    async close() {
      await server.stop();
      for (const other of others) other.kill();
    },
  };
}

async function startGateway(folder: string, port: number): Promise<ChildProcess> {
  const script = join(folder, 'build', 'start-server.js');
  const gateway = spawn(process.execPath, [script, '--headless', `--port=${port}`], { stdio: 'ignore' });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer !== undefined) return gateway;
    if (gateway.exitCode !== null) throw new Error(`the gateway in ${folder} does not start`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
