import { uniform } from '../../../src/core/sampling/rng.ts';
import { ask } from '../ask.ts';
import { startWatchedServer } from '../watched-server.ts';
import { clientDeeds, type ClientDeed } from './deeds.ts';
import { footprintOf, type Footprint } from './footprint-of.ts';

export interface LoadOptions {
  readonly clients: number;
  readonly seconds: number;
  /** Whole, from 0; it decides who does what. */
  readonly seed: number;
}

export interface LoadReport {
  /** How often each deed was done, and how many were answered otherwise than they are to be. */
  readonly deeds: ReadonlyMap<string, { done: number; wrong: number }>;
  /** Some of the answers that were not as they are to be. */
  readonly surprises: readonly string[];
  /** Requests that had not ended long after they are to. */
  readonly hanging: number;
  /** Before the load, every second of it, and after it. */
  readonly use: readonly Footprint[];
  /** Connections to the upstream: most at a time, and how many were there in the end. */
  readonly connections: { readonly most: number; readonly left: number };
  /** Requests that the upstream was still answering when all clients had gone. */
  readonly running: number;
  /** Milliseconds that /healthz took: the longest under load, and the longest of ten afterwards. */
  readonly health: { readonly during: number; readonly after: number };
  /** What of the server's secrets was told. */
  readonly leaked: readonly string[];
}

/** Longer than any deed takes, under load too. */
const patience = 30_000;
/** An idle connection to an upstream is kept for four seconds, and checked once in a second. */
const idleConnections = 6000;

/** Many clients of all sorts at once, against a server in a process of its own before an upstream that misbehaves. */
export async function runLoad({ clients, seconds, seed }: LoadOptions): Promise<LoadReport> {
  const server = await startWatchedServer({
    timeouts: { firstByte: 3000, idle: 3000, request: 10_000 },
    limits: { requestsPerMinute: 100_000, tokensPerDay: 1e12, tokensPerDayInAll: 1e12 },
  });
  const { upstream } = server;
  const deeds = new Map(clientDeeds.map(({ name }) => [name, { done: 0, wrong: 0 }]));
  const surprises: string[] = [];
  let hanging = 0;

  async function once(deed: ClientDeed, address: string, draw: number): Promise<void> {
    const tally = deeds.get(deed.name)!;
    tally.done += 1;
    const result = await within(
      patience,
      deed
        .run({
          port: server.port,
          address,
          patience: 5 + draw * 200,
          ask: (path, question) =>
            server.ask(path, { ...question, headers: { 'x-forwarded-for': address, ...question.headers } }),
        })
        .catch((error: unknown) => String(error)),
    );
    if (result === undefined) hanging += 1;
    else if (!deed.expected.test(result)) {
      tally.wrong += 1;
      if (surprises.length < 20) surprises.push(`${deed.name}: ${result}`);
    }
  }

  // The bundled model is loaded before, as by the first visitor.
  await server.ask('/v1/completions', { body: { model: 'trigram', prompt: 'Once', max_tokens: 1 } });
  const use = [footprintOf(server.pid)];
  const watch = setInterval(() => use.push(footprintOf(server.pid)), 1000);
  let during = 0;
  const end = performance.now() + seconds * 1000;
  const health = async (): Promise<void> => {
    while (performance.now() < end) {
      during = Math.max(during, await healthTime(server.origin));
      await wait(250);
    }
  };
  const client = async (number: number): Promise<void> => {
    for (let i = 0; performance.now() < end; i++) {
      const draw = uniform(seed, number * 1_000_000 + i);
      // oxlint-disable-next-line no-await-in-loop
      await once(pick(draw), `198.51.100.${number}`, (draw * 1000) % 1);
    }
  };
  await Promise.all([health(), ...Array.from({ length: clients }, (_, number) => client(number))]);
  clearInterval(watch);
  const running = await settled(() => upstream.running(), 1000);
  let after = 0;
  for (let i = 0; i < 10; i++) after = Math.max(after, await healthTime(server.origin));
  const left = await settled(() => upstream.connections(), idleConnections);
  use.push(footprintOf(server.pid));
  const most = upstream.mostConnections();
  return {
    deeds,
    surprises,
    hanging,
    use,
    connections: { most, left },
    running,
    health: { during, after },
    leaked: await server.stop(),
  };
}

function pick(draw: number): ClientDeed {
  const sum = clientDeeds.reduce((total, { weight }) => total + weight, 0);
  let rest = draw * sum;
  return clientDeeds.find(({ weight }) => (rest -= weight) < 0) ?? clientDeeds[0]!;
}

async function healthTime(origin: string): Promise<number> {
  const start = performance.now();
  const { status } = await ask(`${origin}/healthz`);
  return status === 200 ? performance.now() - start : Infinity;
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Undefined when it takes longer. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** The number as soon as it is 0, or what it is when the time is over. */
async function settled(count: () => number, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  while (count() > 0 && performance.now() < end) await wait(20);
  return count();
}
