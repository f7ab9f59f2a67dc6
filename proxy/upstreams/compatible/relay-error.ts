import type { UpstreamConfig } from '../../config/config.ts';
import { refusal } from '../../openai/errors.ts';
import type { deadline } from './deadline.ts';
import { describeError } from './describe-error.ts';

/** Bytes of an upstream's error that are read; a page of ten megabytes says no more than its beginning. */
const most = 16_384;

/**
 * What an upstream refused, in OpenAI's shape: its status and its sentence, without its key. An answer that is no JSON of a
 * known shape is not shown: it may be anybody's page.
 */
export async function relayError(
  config: UpstreamConfig,
  answer: Response,
  limit: ReturnType<typeof deadline>,
): Promise<Response> {
  const text = await beginning(answer);
  limit.over();
  limit.abort();
  const { status, error } = describeError(config, answer.status, jsonOf(text));
  const refused = refusal(status, error);
  const retryAfter = answer.headers.get('retry-after');
  if (retryAfter !== null) refused.headers.set('Retry-After', retryAfter);
  return refused;
}

async function beginning(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.length >= most) break;
    }
  } catch {
    // What has come until it broke off is enough.
  }
  return text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
