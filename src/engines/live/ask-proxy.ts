import { type Fault, fault } from '../../../shared/fault.ts';
import type { Exchange } from './exchange.ts';
import type { LiveClientOptions } from './live-client.ts';
import { refusalFault } from './refusal-fault.ts';

export interface Question {
  /** Path and query, beginning with a slash. */
  readonly path: string;
  /** Sent as JSON by POST; GET without one. */
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface ProxyAnswer {
  readonly json: unknown;
  readonly headers: Headers;
  readonly exchange: Exchange;
}

export type Asked =
  | { readonly ok: true; readonly value: ProxyAnswer }
  | { readonly ok: false; readonly fault: Fault; readonly exchange: Exchange | undefined };

/** One question over the wire. An answer with JSON and a status of 200 to 299 is one; everything else is a fault. */
export async function askProxy(
  { fetch, baseUrl, accessToken, now }: LiveClientOptions,
  { path, body }: Question,
  signal: AbortSignal,
): Promise<Asked> {
  const place = path.replace(/\?.*$/s, '');
  const token = accessToken?.();
  if (token !== undefined && !isSendable(token)) {
    const message = 'the access token has characters that no access token has';
    return { ok: false, fault: fault('access-denied', message, { reason: 'wrong' }), exchange: undefined };
  }
  const started = now?.();
  const told = (status: number | undefined, text: string, headers?: Headers): Exchange => ({
    method: body === undefined ? 'GET' : 'POST',
    path,
    requestBody: body,
    status,
    responseBody: text,
    milliseconds: now === undefined || started === undefined ? undefined : now() - started,
    requestId: headers?.get('x-request-id') ?? undefined,
  });
  const failed = (exchange: Exchange): Asked => ({
    ok: false,
    fault: signal.aborted
      ? fault('aborted', `the question to ${place} was cancelled`)
      : fault('offline', `${place} could not be reached`, { file: place }),
    exchange: signal.aborted ? undefined : exchange,
  });

  if (signal.aborted) return failed(told(undefined, ''));
  let response: Response;
  try {
    response = await fetch(baseUrl + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    });
  } catch {
    return failed(told(undefined, ''));
  }
  let text: string;
  try {
    text = await response.text();
  } catch {
    return failed(told(response.status, '', response.headers));
  }
  const exchange = told(response.status, text, response.headers);
  const json = jsonOf(text);
  if (!response.ok || json === undefined)
    return { ok: false, fault: refusalFault(place, response, json), exchange };
  return { ok: true, value: { json, headers: response.headers, exchange } };
}

/** What a header can carry without spaces; anything else would be refused before it is sent. */
function isSendable(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
