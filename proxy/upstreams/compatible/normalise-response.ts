import * as v from 'valibot';
import type { UpstreamConfig } from '../../config/config.ts';
import { refusal } from '../../openai/errors.ts';
import type { Endpoint } from '../upstream.ts';
import { BrokenAnswer, describeBroken } from './broken.ts';
import { errorIn } from './error-in.ts';
import { answerNormaliser } from './normalise-answer.ts';
import { normaliseStream } from './normalise-stream.ts';
import type { RequestBody } from './other-form.ts';

/** Characters of an answer, or of one event: a whole vocabulary with its bytes, four times. */
const most = 64 * 1024 * 1024;

/** The answer to a request that asked for logprobs, with these in one shape; as a stream when it came as one. */
export async function normaliseResponse(
  config: UpstreamConfig,
  endpoint: Endpoint,
  request: RequestBody,
  answer: Response,
  client: AbortSignal,
): Promise<Response> {
  const { body, headers, status } = answer;
  if (body === null) return answer;
  const normalise = answerNormaliser(endpoint, prefillOf(request));
  if (headers.get('content-type')?.startsWith('text/event-stream') === true)
    return new Response(normaliseStream(config, body, normalise, most), { status, headers });
  let told: unknown;
  try {
    told = JSON.parse(await readText(body));
  } catch (error) {
    client.throwIfAborted();
    const broken = describeBroken(config.name, error);
    return refusal(broken.code === 'timeout' ? 504 : 502, broken);
  }
  const failed = errorIn(config, told);
  if (failed !== undefined) return refusal(failed.status, failed.error);
  headers.set('Content-Type', 'application/json');
  return Response.json(normalise(told), { status, headers });
}

const chat = v.object({ messages: v.array(v.object({ role: v.string(), content: v.unknown() })) });

/** The assistant's words at the end of a chat. */
function prefillOf(request: RequestBody): string {
  const parsed = v.safeParse(chat, request);
  const last = parsed.success ? parsed.output.messages.at(-1) : undefined;
  return last?.role === 'assistant' && typeof last.content === 'string' ? last.content : '';
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length <= most) continue;
    await reader.cancel();
    throw new BrokenAnswer('too_large');
  }
}
