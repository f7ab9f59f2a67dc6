import * as v from 'valibot';
import { type Fault, fault } from '../../../shared/fault.ts';

const errorAnswer = v.object({
  error: v.object({
    message: v.string(),
    param: v.nullish(v.string()),
    code: v.nullish(v.string()),
  }),
});

/**
 * What an answer that is no answer means. A page where the protocol should be, or a place that is not there, means that there is no
 * proxy.
 */
export function refusalFault(place: string, { status, headers, ok }: Response, json: unknown): Fault {
  const parsed = v.safeParse(errorAnswer, json);
  const error = parsed.success ? parsed.output.error : undefined;
  const message = sentence(error?.message ?? `the server answered ${status}`);
  if (status === 401 || status === 403) {
    const reason =
      error?.code === 'access_token_required'
        ? 'required'
        : error?.code === 'access_token_wrong'
          ? 'wrong'
          : 'other';
    return fault('access-denied', message, { reason, message });
  }
  if (status === 429) {
    const retryAfter = secondsOf(headers.get('retry-after'));
    return fault('rate-limited', message, { message, ...(retryAfter === undefined ? {} : { retryAfter }) });
  }
  if (error === undefined) {
    const isPage = headers.get('content-type')?.includes('html') === true;
    if (isPage || status === 404 || status === 405)
      return fault('not-found', `${place}: there is no proxy here`, { file: place });
    if (ok) return fault('broken-answer', 'it is not JSON');
  }
  if (error?.code === 'not_found') return fault('not-found', message, { file: place });
  const param = error?.param ?? undefined;
  return fault('provider-refused', message, { status, message, ...(param === undefined ? {} : { param }) });
}

/** Seconds as a number; a date is told as none. */
function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}

/** So that another sentence can follow. */
function sentence(words: string): string {
  return /[.!?。！？]$/.test(words) ? words : `${words}.`;
}
