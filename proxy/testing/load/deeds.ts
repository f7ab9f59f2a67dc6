import { request } from 'node:http';
import { connect } from 'node:net';
import type { Asked, Question } from '../ask.ts';
import type { Deed } from '../faulty-upstream.ts';
import { token } from '../watched-server.ts';

/** What a client does with a server: gives how it ended, in words. */
export interface ClientDeed {
  readonly name: string;
  /** Of what clients do; the sum is free. */
  readonly weight: number;
  readonly expected: RegExp;
  readonly run: (client: Client) => Promise<string>;
}

export interface Client {
  readonly port: number;
  /** Its address, as a reverse proxy tells it. */
  readonly address: string;
  /** Milliseconds after which a client that leaves does so. */
  readonly patience: number;
  readonly ask: (path: string, question: Question) => Promise<Asked>;
}

const complete =
  (model: string, fields: object = {}, path = '/v1/completions') =>
  async ({ ask }: Client): Promise<string> => {
    const { status, complete: whole } = await ask(path, {
      body: { model, prompt: 'Once upon a time', ...fields },
    });
    return whole ? String(status) : `${status}, cut off`;
  };
const far = (deed: Deed, weight: number, expected: RegExp, fields: object = {}): ClientDeed => ({
  name: `${deed}${Object.keys(fields)
    .map((field) => `, ${field}`)
    .join('')}`,
  weight,
  expected,
  run: complete(`far/${deed}`, fields),
});
const stream = { stream: true };

export const clientDeeds: readonly ClientDeed[] = [
  far('good', 20, /^200$/),
  far('good', 6, /^200$/, { logprobs: 3 }),
  far('stream', 10, /^200$/, stream),
  far('stream', 4, /^200$/, { ...stream, logprobs: 3 }),
  far('silent', 2, /^504$/),
  far('stalls', 2, /^200, cut off$/, stream),
  far('cuts', 3, /^200, cut off$/, stream),
  far('half-a-line', 2, /^200$/, stream),
  far('hangs-up', 3, /^502$/),
  far('garbage', 2, /^200$/),
  far('garbage', 2, /^502$/, { logprobs: 3 }),
  far('a-page', 2, /^502$/),
  far('busy', 3, /^429$/),
  far('broken', 3, /^500$/),
  far('ten-megabytes', 1, /^500$/),
  far('moved', 2, /^502$/),
  far('blabs', 2, /^400$/),
  { name: 'bundled', weight: 2, expected: /^200$/, run: complete('trigram', { max_tokens: 4, logprobs: 3 }) },
  {
    name: 'bundled, stream',
    weight: 1,
    expected: /^200$/,
    run: complete('trigram', { max_tokens: 4, ...stream }),
  },
  { name: 'bundled, left', weight: 1, expected: /^left$/, run: leave('trigram', { max_tokens: 4096 }) },
  { name: 'stalls, left', weight: 3, expected: /^left$/, run: leave('far/stalls') },
  { name: 'drips, left', weight: 3, expected: /^left$/, run: leave('far/drips') },
  { name: 'floods, left', weight: 3, expected: /^left$/, run: leave('far/floods') },
  { name: 'silent, left', weight: 3, expected: /^left$/, run: leave('far/silent') },
  { name: 'half a body, left', weight: 2, expected: /^left$/, run: leaveHalfABody },
  {
    name: 'models',
    weight: 4,
    expected: /^200$/,
    run: async ({ ask }) => String((await ask('/v1/models', {})).status),
  },
  {
    name: 'healthz',
    weight: 4,
    expected: /^200$/,
    run: async ({ ask }) => String((await ask('/healthz', {})).status),
  },
  {
    name: 'too large',
    weight: 2,
    expected: /^413$/,
    run: complete('far/good', { suffix: 'a'.repeat(1_000_000) }),
  },
  { name: 'wrong type', weight: 3, expected: /^400$/, run: complete('trigram', { temperature: 'hot' }) },
  { name: 'no such model', weight: 2, expected: /^404$/, run: complete('nowhere/good') },
  { name: 'no such path', weight: 2, expected: /^404$/, run: complete('far/good', {}, '/v1/embeddings') },
  refused('foreign name', 403, { host: 'evil.example' }),
  refused('foreign page', 403, { origin: 'https://evil.example' }),
  refused('no token', 401, { authorization: 'Bearer wrong' }),
];

function refused(name: string, status: number, headers: Readonly<Record<string, string>>): ClientDeed {
  return {
    name,
    weight: 2,
    expected: new RegExp(`^${status}$`),
    run: async ({ ask }) => {
      const body = { model: 'far/good', prompt: 'Once' };
      return String((await ask('/v1/completions', { headers, body })).status);
    },
  };
}

/** Asks for a stream, and hangs up after a while, whether something has come or not. */
function leave(model: string, fields: object = {}) {
  return ({ port, address, patience }: Client): Promise<string> =>
    new Promise((resolve) => {
      const asked = request({
        port,
        host: '127.0.0.1',
        path: '/v1/completions',
        method: 'POST',
        agent: false,
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address },
      });
      asked.on('response', (answer) => answer.resume().on('error', () => undefined));
      asked.on('error', () => undefined);
      asked.on('close', () => resolve('left'));
      asked.end(JSON.stringify({ model, prompt: 'Once upon a time', ...stream, ...fields }));
      setTimeout(() => asked.destroy(), patience);
    });
}

function leaveHalfABody({ port, address, patience }: Client): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => resolve('left'));
    socket.write(
      `POST /v1/completions HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n` +
        `X-Forwarded-For: ${address}\r\nContent-Length: 1000\r\n\r\n{"model":`,
    );
    setTimeout(() => socket.destroy(), patience);
  });
}
