/*
 * A server of OpenAI's protocol that makes nothing: the same completion for everybody, or as many events as `max_tokens` says. Its port is the
 * first line that it writes.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';

const asked = v.object({ stream: v.optional(v.boolean(), false), max_tokens: v.optional(v.number(), 1) });
const completion = JSON.stringify({
  id: 'cmpl-1',
  object: 'text_completion',
  created: 0,
  model: 'fixed',
  choices: [{ index: 0, text: ' sea', logprobs: null, finish_reason: 'length' }],
  usage: { prompt_tokens: 4, completion_tokens: 1, total_tokens: 5 },
});
const event = `data: ${JSON.stringify({
  id: 'cmpl-1',
  object: 'text_completion',
  created: 0,
  model: 'fixed',
  choices: [{ index: 0, text: ' sea', logprobs: null, finish_reason: null }],
})}\n\n`;

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
    return;
  }
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const { stream, max_tokens } = v.parse(asked, JSON.parse(body));
    if (!stream) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(completion);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let made = 0;
    const more = (): void => {
      // An event is a write, as a model makes them; one that the reader is too slow for waits.
      for (; made < max_tokens; made++) if (!response.write(event)) break;
      if (made < max_tokens) {
        made += 1;
        response.once('drain', more);
      } else {
        response.end('data: [DONE]\n\n');
      }
    };
    more();
  });
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
