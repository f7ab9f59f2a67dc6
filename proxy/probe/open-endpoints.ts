import type { Endpoint } from '../upstreams/upstream.ts';
import type { Answered, Asker, Refused, Reply } from './ask-model.ts';
import { plainText } from './probe-texts.ts';

/** The endpoints that answer for a model, each with its answer to the plainest of questions. */
export interface OpenEndpoints {
  readonly ok: true;
  readonly completions: Answered | undefined;
  readonly chat: Answered | undefined;
}

/** Asks both; when none answers, tells why. */
export async function openEndpoints({ ask }: Asker): Promise<OpenEndpoints | Refused> {
  const plain = async (endpoint: Endpoint): Promise<Reply> => {
    const reply = await ask(endpoint, { text: plainText });
    return !reply.ok && thinks(reply) ? silent : reply;
  };
  const [completions, chat] = await Promise.all([plain('completions'), plain('chat/completions')]);
  const refused = [completions, chat].filter((reply): reply is Refused => !reply.ok);
  // What may pass is no finding: an hour's belief that an endpoint is not there would be wrong.
  const passing = refused.find(
    ({ status, error }) => status === 429 || passingCodes.includes(error.code ?? ''),
  );
  if (passing !== undefined) return passing;
  if (!completions.ok && !chat.ok) return chat;
  return {
    ok: true,
    completions: completions.ok ? completions : undefined,
    chat: chat.ok ? chat : undefined,
  };
}

const passingCodes = ['unreachable', 'timeout'];

/** It answers, but had come to no word when it had to stop: so OpenAI's models that think, with 400. */
function thinks({ status, error }: Refused): boolean {
  return status === 400 && /output limit|(finish|reach).*max_(completion_)?tokens/i.test(error.message);
}

const silent: Answered = { ok: true, text: '', entries: [], promptTokens: undefined, dropped: new Set() };
