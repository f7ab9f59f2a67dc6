import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';

const asked = v.object({ prompt: v.string(), made: v.optional(v.number()), max_tokens: v.number() });

/** A server of models that says it made `made` tokens, or all that were asked for; the prompt `hold` is answered when `release` is called. */
export async function startHeldUpstream() {
  const held = new Set<() => void>();

  function answer(body: string, response: ServerResponse): void {
    const { prompt, max_tokens, made = max_tokens } = v.parse(asked, JSON.parse(body));
    const choice = { index: 0, text: ' upon', logprobs: null, finish_reason: 'length' };
    const usage = { prompt_tokens: 1, completion_tokens: made, total_tokens: made + 1 };
    const whole = { id: 'cmpl-1', object: 'text_completion', choices: [choice], usage };
    const send = (): void => {
      held.delete(send);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whole));
    };
    if (prompt === 'hold') held.add(send);
    else send();
  }

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => answer(body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    /** How many wait. */
    holding: () => held.size,
    release: () => held.forEach((send) => send()),
    close(): void {
      server.closeAllConnections();
      server.close();
    },
  };
}
