import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';

/** What a completion is answered with that meets no fault. */
export const goodAnswer = `${JSON.stringify({
  id: 'cmpl-1',
  object: 'text_completion',
  choices: [{ index: 0, text: ' sea', logprobs: null, finish_reason: 'length' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
})}\n`;
const event = (text: string): string =>
  `data: ${JSON.stringify({ id: 'cmpl-1', choices: [{ index: 0, text, logprobs: null, finish_reason: null }] })}\n\n`;
export const goodStream = `${event(' the')}${event(' sea')}data: [DONE]\n\n`;

const json = { 'content-type': 'application/json' };
const stream = { 'content-type': 'text/event-stream' };

/** What the upstream does, by the name of the model that it is asked for. */
const deeds = {
  good: (response) => response.writeHead(200, json).end(goodAnswer),
  stream: (response) => response.writeHead(200, stream).end(goodStream),
  /** Says nothing, not even a status. */
  silent: () => undefined,
  /** One event, and then nothing for ever. */
  stalls: (response) => response.writeHead(200, stream).write(event(' the')),
  'stalls-in-json': (response) => response.writeHead(200, json).write(goodAnswer.slice(0, 30)),
  /** One event, and then the connection breaks. */
  cuts: (response) => response.writeHead(200, stream).write(event(' the'), () => response.destroy()),
  /** Ends properly in the middle of a line. */
  'half-a-line': (response) => response.writeHead(200, stream).end(`${event(' the')}data: {"choices":[{"te`),
  /** Hangs up without a word. */
  'hangs-up': (response) => response.destroy(),
  garbage: (response) => response.writeHead(200, json).end('{"choices": [{"text": \u0000'),
  /** Something else where a completion was asked for. */
  'a-page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
  busy: (response) =>
    response.writeHead(429, { ...json, 'retry-after': '7' }).end('{"error":{"message":"slow down"}}'),
  broken: (response) => response.writeHead(500, json).end('{"error":{"message":"out of memory"}}'),
  'ten-megabytes': (response) =>
    response.writeHead(500, { 'content-type': 'text/html' }).end('x'.repeat(10_000_000)),
  /** An error page of which no more than the beginning ever comes. */
  'stalls-in-error': (response) => response.writeHead(503, json).write('{"error":{"mess'),
  /** A byte now and then, for ever. */
  drips: (response) => {
    response.writeHead(200, stream);
    const drip = setInterval(() => response.write(':'), 20);
    response.on('close', () => clearInterval(drip));
  },
  /** Events as fast as they are read, for ever. */
  floods: (response) => {
    response.writeHead(200, stream);
    const more = (): void => {
      while (!response.destroyed && response.write(event(' sea').repeat(100)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
  moved: (response, host) =>
    response.writeHead(307, { location: `http://${host}/v1/elsewhere`, 'x-powered-by': host }).end(),
  /** Repeats the key and its own address in every place that it has. */
  blabs: (response, host, key) =>
    response
      .writeHead(400, { ...json, server: host, 'set-cookie': `key=${key}`, 'x-request-id': 'abc' })
      .end(JSON.stringify({ error: { message: `${key} at http://${host}/v1`, code: key, param: key } })),
} satisfies Record<string, (response: ServerResponse, host: string, key: string) => unknown>;

export type Deed = keyof typeof deeds;
const isDeed = (name: string): name is Deed => Object.hasOwn(deeds, name);
const asked = v.object({ model: v.string() });

/** A server that speaks OpenAI's protocol as badly as it is told to. */
export async function startFaultyUpstream() {
  /** When each request's answer was over, in its order, and whether it had been sent whole. */
  const ended: { readonly deed: string; readonly whole: boolean; readonly at: number }[] = [];
  let running = 0;
  let connections = 0;
  let most = 0;

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    if (request.url === '/v1/models') {
      const data = Object.keys(deeds).map((id) => ({ id }));
      response.writeHead(200, json).end(JSON.stringify({ object: 'list', data }));
      return;
    }
    const { model } = v.parse(asked, JSON.parse(body));
    running += 1;
    response.on('close', () => {
      running -= 1;
      ended.push({ deed: model, whole: response.writableFinished, at: performance.now() });
    });
    const key = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (isDeed(model)) deeds[model](response, host, key);
    else response.writeHead(404, json).end('{"error":{"message":"no such model"}}');
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => answer(request, response, body));
  });
  server.on('connection', (socket) => {
    connections += 1;
    most = Math.max(most, connections);
    socket.on('close', () => (connections -= 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    ended,
    /** Requests that have no whole answer yet. */
    running: () => running,
    /** Connections that are open, and the most that were at the same time. */
    connections: () => connections,
    mostConnections: () => most,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
