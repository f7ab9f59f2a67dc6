import * as v from 'valibot';
import { ask, type Asked, type Question } from './ask.ts';
import { startFaultyUpstream, type Deed } from './faulty-upstream.ts';
import { startServer } from './server-process.ts';

export const key = 'sk-very-secret-0123456789';
export const token = 'a-token-of-the-class-0123456789';

const refusal = v.object({
  error: v.object({
    message: v.string(),
    type: v.string(),
    param: v.nullable(v.string()),
    code: v.nullable(v.string()),
  }),
});

/** The error of an answer that refuses; throws when it is not in the protocol's shape. */
export const errorOf = ({ text }: Asked) => v.parse(refusal, JSON.parse(text)).error;

/** The server in a process of its own before the faulty upstream `far`, with everything that it answers and writes kept. */
export async function startWatchedServer(config: Readonly<Record<string, unknown>> = {}) {
  const upstream = await startFaultyUpstream();
  // A port that was free a moment ago: nobody listens there.
  const nobody = await startFaultyUpstream();
  await nobody.stop();
  const server = await startServer(
    {
      upstreams: [
        { name: 'far', baseUrl: `http://${upstream.host}/v1`, keyFrom: 'FAR_KEY' },
        { name: 'nobody', baseUrl: `http://${nobody.host}/v1`, keyFrom: 'FAR_KEY' },
      ],
      timeouts: { firstByte: 400, idle: 400, request: 1000 },
      trustProxy: true,
      ...config,
    },
    { FAR_KEY: key, ACCESS_TOKEN: token },
  );
  const seen: string[] = [];

  async function asked(path: string, question: Question = {}): Promise<Asked> {
    const answer = await ask(`${server.origin}${path}`, {
      ...question,
      headers: { authorization: `Bearer ${token}`, ...question.headers },
    });
    seen.push(JSON.stringify(answer.headers), answer.text);
    return answer;
  }

  return {
    origin: server.origin,
    port: Number(new URL(server.origin).port),
    pid: server.pid,
    upstream,
    ask: asked,
    /** A completion of the upstream that behaves as it is told. */
    complete: (deed: Deed, fields: Readonly<Record<string, unknown>> = {}): Promise<Asked> =>
      asked('/v1/completions', { body: { model: `far/${deed}`, prompt: 'Once', ...fields } }),
    /** What a test has read in another way. */
    saw: (text: string): void => void seen.push(text),
    /** Ends both, and gives what of the server's secrets it has told to anybody or written to the console. */
    async stop(): Promise<readonly string[]> {
      await server.stop();
      await upstream.stop();
      const all = [...seen, ...server.said].join('\n');
      return [key, token, upstream.host, nobody.host, `:${upstream.host.split(':')[1]}`].filter((secret) =>
        all.includes(secret),
      );
    },
    said: server.said,
  };
}
