import { Agent, request } from 'node:http';
import type { Way } from './ways.ts';

export interface Measured {
  /** Milliseconds of a completion, one after the other on one connection: the median. */
  readonly request: number;
  /** A second, with 32 connections. */
  readonly completions: number;
  readonly health: number;
  /** Milliseconds to the first byte of a stream: the median. Undefined where streams fail, as through Portkey 1.15 on Node 20 and 22. */
  readonly firstByte: number | undefined;
  /** Events a second of one long stream. */
  readonly events: number | undefined;
}

const connections = 32;

export async function measure(way: Way): Promise<Measured> {
  const one = new Agent({ keepAlive: true, maxSockets: 1 });
  const many = new Agent({ keepAlive: true, maxSockets: connections });
  const completion = { model: way.model, prompt: 'Once upon a time' };
  try {
    // What runs often is compiled by then.
    await times(200, () => ask(one, way, '/v1/completions', completion));
    const requests = await times(400, () => ask(one, way, '/v1/completions', completion));
    return {
      request: median(requests.map(({ whole }) => whole)),
      completions: await rate(() => ask(many, way, '/v1/completions', completion)),
      health: await rate(() => ask(many, way, way.health)),
      ...(await streams(one, way)),
    };
  } finally {
    one.destroy();
    many.destroy();
  }
}

async function streams(agent: Agent, way: Way): Promise<Pick<Measured, 'firstByte' | 'events'>> {
  const stream = (max_tokens: number) =>
    ask(agent, way, '/v1/completions', { model: way.model, prompt: 'Once', stream: true, max_tokens });
  try {
    const firsts = await times(100, () => stream(5));
    const length = 20_000;
    return {
      firstByte: median(firsts.map(({ first }) => first)),
      events: (1000 * length) / (await stream(length)).whole,
    };
  } catch {
    return { firstByte: undefined, events: undefined };
  }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;

interface Timed {
  /** Milliseconds to the first byte of the body, and to its end. */
  readonly first: number;
  readonly whole: number;
}

function ask(agent: Agent, { port, headers }: Way, path: string, body?: unknown): Promise<Timed> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request({
      agent,
      port,
      path,
      host: '127.0.0.1',
      method: text === undefined ? 'GET' : 'POST',
      headers:
        text === undefined
          ? headers
          : { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    });
    asked.on('error', reject);
    asked.on('response', (answer) => {
      let first: number | undefined;
      answer.on('data', () => (first ??= performance.now() - start));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${path} at ${port}: ${answer.statusCode}`));
        else resolve({ first: first ?? 0, whole: performance.now() - start });
      });
    });
    asked.end(text);
  });
}

async function times<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let i = 0; i < count; i++) all.push(await run());
  return all;
}

/** How often a second, with as many at the same time as there are connections, for two seconds after a half of one. */
async function rate(run: () => Promise<unknown>): Promise<number> {
  let done = 0;
  let end = performance.now() + 500;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await run();
      done += 1;
    }
  };
  const all = () => Promise.all(Array.from({ length: connections }, worker));
  await all();
  done = 0;
  const start = performance.now();
  end = start + 2000;
  await all();
  return (1000 * done) / (performance.now() - start);
}
