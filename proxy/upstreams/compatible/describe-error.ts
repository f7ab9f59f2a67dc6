import * as v from 'valibot';
import type { ErrorAnswer } from '../../../shared/wire/openai-answers.ts';
import type { UpstreamConfig } from '../../config/config.ts';

/** An upstream's error, ready to be told to a client. */
export interface DescribedError {
  readonly status: number;
  readonly error: ErrorAnswer['error'];
}

const words = {
  message: v.string(),
  param: v.nullish(v.string()),
  code: v.nullish(v.union([v.string(), v.number()])),
};
type Said = v.InferOutput<v.ObjectSchema<typeof words, undefined>>;
const place = v.array(v.union([v.string(), v.number()]));

/** OpenAI's shape, and what servers make of it: the last two are FastAPI's. */
const known: v.GenericSchema<unknown, Said> = v.union([
  v.pipe(
    v.object({ error: v.object(words) }),
    v.transform(({ error }) => error),
  ),
  v.pipe(
    v.object({ error: v.string() }),
    v.transform(({ error }) => ({ message: error })),
  ),
  v.object(words),
  v.pipe(
    v.object({ detail: v.string() }),
    v.transform(({ detail }) => ({ message: detail })),
  ),
  v.pipe(
    v.object({ detail: v.looseTuple([v.object({ loc: place, msg: v.string(), type: v.string() })]) }),
    v.transform(({ detail: [{ loc, msg, type }] }) => {
      const param = loc.filter((step) => step !== 'body').join('.');
      return { message: `${param}: ${msg}`, param, code: type };
    }),
  ),
]);

/**
 * An upstream's error in OpenAI's shape: its status and its sentence, without its key and its address. JSON of no known shape is
 * not shown.
 */
export function describeError(config: UpstreamConfig, answered: number, told: unknown): DescribedError {
  const { name } = config;
  const parsed = v.safeParse(known, told);
  const said = parsed.success ? parsed.output : undefined;
  const clean = cleaner(config);
  const status = statusOf(answered);
  return {
    status,
    error: {
      message: said === undefined ? `${name} answered ${answered}.` : `${name}: ${clean(said.message)}`,
      type: status === 429 ? 'rate_limit_error' : status < 500 ? 'invalid_request_error' : 'upstream_error',
      param: typeof said?.param === 'string' ? clean(said.param) : null,
      code: said?.code === undefined || said.code === null ? null : clean(String(said.code)),
    },
  };
}

/** Leaves out what a client must not read: the key, and where the server is. */
function cleaner({ key, baseUrl }: UpstreamConfig): (text: string) => string {
  const { host, hostname } = new URL(baseUrl);
  // A bare name, such as `localhost`, may be a word as well.
  const secrets = [key, host, /[.:]/.test(hostname) ? hostname : undefined].filter(
    (one) => one !== undefined,
  );
  return (text) => secrets.reduce((words, secret) => words.replaceAll(secret, '***'), text);
}

/** A key that an upstream refuses is the server's own: to the client that is a fault of the way, not of its request. */
function statusOf(status: number): number {
  if (status === 401 || status === 403) return 502;
  return status >= 400 && status < 600 ? status : 502;
}
