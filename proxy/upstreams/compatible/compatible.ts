import { droppedHeader } from '../../../shared/wire/openai-answers.ts';
import { refusal } from '../../openai/errors.ts';
import type { Timeouts, UpstreamConfig } from '../../config/config.ts';
import type { Upstream } from '../upstream.ts';
import { adaptRequests } from './adapt-requests.ts';
import { BrokenAnswer } from './broken.ts';
import { deadline, UpstreamTimeout } from './deadline.ts';
import { normaliseResponse } from './normalise-response.ts';
import type { RequestBody } from './other-form.ts';
import { ownEntry, readModels } from './read-models.ts';
import { relayError } from './relay-error.ts';

/** What of an upstream's headers a client may see: nothing that names its host, sets a cookie or echoes a key. */
const passedOn = ['content-type', 'retry-after', 'x-request-id', 'openai-processing-ms'];

/**
 * A server that speaks OpenAI's protocol, somewhere else. What it answers is passed on as fast as it is read: byte for byte, unless
 * logprobs were asked for, which come in one shape from all servers.
 */
export function compatibleUpstream(
  config: UpstreamConfig,
  timeouts: Timeouts,
  fetch: typeof globalThis.fetch,
): Upstream {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Accept: '*/*' };
  if (config.key !== undefined) headers['Authorization'] = `Bearer ${config.key}`;

  async function ask(path: string, init: RequestInit, client: AbortSignal): Promise<Response> {
    const limit = deadline(client, timeouts.firstByte);
    let answer: Response;
    try {
      answer = await fetch(`${config.baseUrl}/${path}`, {
        ...init,
        headers,
        signal: limit.signal,
        // Told as an error, not followed: the key goes to no other place.
        redirect: 'manual',
      });
    } catch (error) {
      limit.over();
      client.throwIfAborted();
      const reason: unknown = limit.signal.reason ?? error;
      if (reason instanceof UpstreamTimeout) {
        return refusal(504, {
          message: `${config.name}: ${reason.message}.`,
          type: 'upstream_error',
          code: 'timeout',
        });
      }
      // subtle: the error's own text names the host; the client named a model, and hears of the model's upstream.
      const message = `${config.name} cannot be reached.`;
      return refusal(502, { message, type: 'upstream_error', code: 'unreachable' });
    }
    if (!answer.ok) return relayError(config, answer, limit);
    if (answer.headers.get('content-type')?.startsWith('text/html') === true) {
      limit.over();
      limit.abort();
      const message = `${config.name} answered with a page, not in the protocol.`;
      return refusal(502, { message, type: 'upstream_error', code: 'broken_answer' });
    }
    const kept = new Headers();
    for (const name of passedOn) {
      const value = answer.headers.get(name);
      if (value !== null) kept.set(name, value);
    }
    kept.set('Cache-Control', 'no-store');
    return new Response(answer.body && relay(answer.body, limit, timeouts.idle), {
      status: answer.status,
      headers: kept,
    });
  }

  const adapted = adaptRequests((endpoint, body, signal) =>
    ask(endpoint, { method: 'POST', body: JSON.stringify(body) }, signal),
  );

  return {
    async models(signal) {
      if (config.models !== undefined) return config.models.map((id) => ownEntry(id, config.name));
      const answer = await ask('models', { method: 'GET' }, signal);
      return readModels(await answer.json(), config.name);
    },
    async send(endpoint, body, signal) {
      const request = body as RequestBody & { readonly model: string };
      if (config.models !== undefined && !config.models.includes(request.model)) {
        const message = `model: ${config.name} does not offer "${request.model}"; it offers ${config.models.join(', ')}.`;
        return refusal(404, { message, param: 'model', code: 'model_not_found' });
      }
      const { answer, body: sent, dropped } = await adapted.send(endpoint, request, signal);
      const told =
        answer.ok && wantsLogprobs(sent)
          ? await normaliseResponse(config, endpoint, sent, answer, signal)
          : answer;
      if (dropped.length > 0) told.headers.set(droppedHeader, dropped.join(', '));
      return told;
    },
    refused: adapted.refused,
    forget: adapted.forget,
  };
}

function wantsLogprobs({ logprobs }: RequestBody): boolean {
  return logprobs === true || typeof logprobs === 'number';
}

/** The same bytes, read only as fast as the client reads; ended when they stop coming, and at once when the client leaves. */
function relay(
  body: ReadableStream<Uint8Array>,
  limit: ReturnType<typeof deadline>,
  idle: number,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream(
    {
      async pull(controller) {
        // Only the upstream's time counts: a client that reads slowly has no deadline here.
        limit.alive(idle);
        try {
          const { done, value } = await reader.read();
          limit.pause();
          if (!done) return controller.enqueue(value);
          limit.over();
          controller.close();
        } catch (error) {
          limit.over();
          // subtle: the error's own text, and what caused it, name the host, and whoever serves this writes them to the console.
          controller.error(error instanceof UpstreamTimeout ? error : new BrokenAnswer('broken_answer'));
        }
      },
      async cancel(reason) {
        limit.over();
        limit.abort();
        await reader.cancel(reason).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
