import type { ChatRequest } from '../../../shared/wire/openai-requests.ts';
import { eventStream } from '../../openai/server-sent-events.ts';
import { answerHead, usageOf, type AnswerParts } from './answer-parts.ts';
import { generate, runToEnd, type Generation } from './generate.ts';
import { stagesOf, stopsOf } from './sampler.ts';

/** OpenAI leaves the length of an answer to the model; these models would hardly ever end. */
const usualLength = 128;

/**
 * `POST /v1/chat/completions`. The bundled models were made from books and know no roles: what all messages say is put one after the
 * other, a blank line between two, and continued. A last message of the assistant's is continued where it ends.
 */
export async function answerChat(
  request: ChatRequest,
  { embedded, now, random, signal }: AnswerParts,
): Promise<Response> {
  const prompt = [...embedded.encoder.encode(textOf(request), 'text')];
  const head = answerHead('chatcmpl', 'chat.completion', request.model, now(), random());
  const firstSeed = request.seed ?? random();
  const wantsLogprobs = request.logprobs === true;
  const count = request.n ?? 1;
  const plan = (index: number): Generation => ({
    prompt,
    stages: stagesOf(request),
    length: request.max_completion_tokens ?? request.max_tokens ?? usualLength,
    stops: stopsOf(request),
    seed: (firstSeed + index) >>> 0,
    logprobs: wantsLogprobs ? (request.top_logprobs ?? 0) : undefined,
  });

  async function* events() {
    const chunkHead = { ...head, object: 'chat.completion.chunk' };
    let made = 0;
    for (let index = 0; index < count; index++) {
      const chunk = (delta: object, logprobs: object | null, finish: string | null) => ({
        ...chunkHead,
        choices: [{ index, delta, logprobs, finish_reason: finish }],
      });
      yield chunk({ role: 'assistant', content: '' }, null, null);
      const source = generate(embedded, plan(index), signal);
      for (let step = await source.next(); ; step = await source.next()) {
        if (step.done === true) {
          if (step.value.text !== '') yield chunk({ content: step.value.text }, null, null);
          yield chunk({}, null, step.value.reason);
          break;
        }
        made += 1;
        const { text, token } = step.value;
        yield chunk(
          { content: text },
          token === undefined ? null : { content: [token], refusal: null },
          null,
        );
      }
    }
    if (request.stream_options?.include_usage === true)
      yield { ...chunkHead, choices: [], usage: usageOf(prompt.length, made) };
  }
  if (request.stream === true) return eventStream(events());

  let made = 0;
  const choices = [];
  for (let index = 0; index < count; index++) {
    const whole = await runToEnd(generate(embedded, plan(index), signal));
    made += whole.made;
    choices.push({
      index,
      message: { role: 'assistant', content: whole.text, refusal: null },
      logprobs: wantsLogprobs ? { content: whole.tokens, refusal: null } : null,
      finish_reason: whole.reason,
    });
  }
  return Response.json({ ...head, choices, usage: usageOf(prompt.length, made) });
}

function textOf({ messages }: ChatRequest): string {
  const texts = messages.map(({ content }) =>
    typeof content === 'string' ? content : content.map(({ text }) => text).join(''),
  );
  const isPrefill = messages.at(-1)!.role === 'assistant';
  return texts.join('\n\n') + (isPrefill ? '' : '\n\n');
}
