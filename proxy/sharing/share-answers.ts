import { refusal } from '../openai/errors.ts';
import { UpstreamTimeout } from '../upstreams/compatible/deadline.ts';
import type { Endpoint, Upstream } from '../upstreams/upstream.ts';
import type { AnswerCache, WholeAnswer } from './answer-cache.ts';
import { requestKey } from './request-key.ts';
import { sharedHeader, type Origin } from './shared-header.ts';

/** Bytes of an answer that is held to be given to several. */
const most = 32_000_000;

/** One request of the upstream, and how many wait for it. */
interface Call {
  readonly answer: Promise<WholeAnswer>;
  readonly controller: AbortController;
  waiting: number;
  /** The first that gets the answer has made it; for the others it is shared. */
  isTaken: boolean;
}

/**
 * Requests that ask the same at the same time, and leave nothing to chance, are one request of the upstream: a class of forty that
 * looks at one distribution costs one. Who leaves does not end it for the others; when all have left, it is ended at once. With a
 * cache, a later one is answered from it; an error is never kept.
 */
export function shareAnswers(upstream: Upstream, cache?: AnswerCache): Upstream {
  const calls = new Map<string, Call>();

  function begin(key: string, endpoint: Endpoint, body: unknown): Call {
    const controller = new AbortController();
    const call: Call = {
      answer: upstream
        .send(endpoint, body, controller.signal)
        .then((response) => wholeOf(response, controller.signal)),
      controller,
      waiting: 0,
      isTaken: false,
    };
    const over = (): void => {
      if (calls.get(key) === call) calls.delete(key);
    };
    call.answer.then((answer) => {
      over();
      if (answer.status === 200) cache?.put(key, answer);
    }, over);
    calls.set(key, call);
    return call;
  }

  return {
    ...upstream,
    async send(endpoint, body, signal) {
      const key = requestKey(endpoint, body);
      if (key === undefined) return upstream.send(endpoint, body, signal);
      signal.throwIfAborted();
      const kept = cache?.get(key);
      if (kept !== undefined) return copyOf(kept, 'hit');
      const call = calls.get(key) ?? begin(key, endpoint, body);
      call.waiting += 1;
      try {
        const answer = await unlessAborted(call.answer, signal);
        const origin = call.isTaken ? 'shared' : 'miss';
        call.isTaken = true;
        return copyOf(answer, origin);
      } finally {
        call.waiting -= 1;
        if (call.waiting === 0 && signal.aborted) {
          // subtle: whoever asks from now on must not wait for what is being ended.
          if (calls.get(key) === call) calls.delete(key);
          call.controller.abort(signal.reason);
        }
      }
    },
  };
}

/** An answer that breaks off has not been passed on yet: it can still be refused. */
async function wholeOf(response: Response, signal: AbortSignal): Promise<WholeAnswer> {
  try {
    const body = await readAll(response.body);
    if (body !== undefined) return { status: response.status, headers: response.headers, body };
    const message = `The answer is too large: ${most} bytes are passed on, more only as a stream.`;
    return broken(502, 'too_large', message);
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof UpstreamTimeout
      ? broken(504, 'timeout', `The answer broke off: ${error.message}.`)
      : broken(502, 'broken_off', 'The answer broke off.');
  }
}

async function broken(status: number, code: string, message: string): Promise<WholeAnswer> {
  const { headers, body } = refusal(status, { message, type: 'upstream_error', code });
  return { status, headers, body: (await readAll(body))! };
}

/** Undefined when it is too large to be held. */
async function readAll(
  body: ReadableStream<Uint8Array> | null,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function copyOf({ status, headers, body }: WholeAnswer, origin: Origin): Response {
  const copied = new Headers(headers);
  copied.set(sharedHeader, origin);
  return new Response(body.length === 0 ? null : body, { status, headers: copied });
}

/** The promise's value, or the signal's reason as soon as it is aborted. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
