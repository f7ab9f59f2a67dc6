import type { LegacyLogprobs } from '../../../shared/wire/openai-answers.ts';
import type { CompletionRequest } from '../../../shared/wire/openai-requests.ts';
import { refusal } from '../../openai/errors.ts';
import { LegacyLog } from '../../openai/legacy-log.ts';
import { eventStream } from '../../openai/server-sent-events.ts';
import { answerHead, usageOf, type AnswerParts } from './answer-parts.ts';
import { generate, runToEnd, weigh, type Generation } from './generate.ts';
import { stagesOf, stopsOf } from './sampler.ts';

/** `POST /v1/completions`: continues a text. */
export async function answerCompletion(
  request: CompletionRequest,
  { embedded, now, random, signal }: AnswerParts,
): Promise<Response> {
  const { encoder } = embedded;
  const prompts = promptsOf(request, (text) => encoder.encode(text, 'text'));
  const wrong = prompts.flat().find((id) => id >= encoder.size);
  if (wrong !== undefined) {
    const message = `prompt: there is no token ${wrong}; ids from 0 to ${encoder.size - 1} are accepted.`;
    return refusal(400, { message, param: 'prompt', code: 'invalid_value' });
  }
  const head = answerHead('cmpl', 'text_completion', request.model, now(), random());
  const firstSeed = request.seed ?? random();
  const logprobs = request.logprobs ?? undefined;
  const choices = prompts.flatMap((prompt, p) =>
    Array.from({ length: request.n ?? 1 }, (_, n) => ({ prompt, index: p * (request.n ?? 1) + n })),
  );
  const plan = ({ prompt, index }: (typeof choices)[number]): Generation => ({
    prompt,
    stages: stagesOf(request),
    length: request.max_tokens ?? 16,
    stops: stopsOf(request),
    seed: (firstSeed + index) >>> 0,
    logprobs,
  });
  const promptTokens = prompts.reduce((sum, ids) => sum + ids.length, 0);
  const beginning = async (prompt: readonly number[]) => ({
    text: encoder.decode(prompt),
    tokens:
      logprobs === undefined
        ? []
        : (await weigh(embedded, prompt, logprobs, signal)).map(
            (token, i) => [encoder.decode([prompt[i]!]), token] as const,
          ),
  });

  async function* events() {
    let count = 0;
    for (const choice of choices) {
      const log = new LegacyLog();
      const chunk = (text: string, logprobs: LegacyLogprobs | null, finish: string | null) => ({
        ...head,
        choices: [{ text, index: choice.index, logprobs, finish_reason: finish }],
      });
      if (request.echo === true) {
        const { text, tokens } = await beginning(choice.prompt);
        yield chunk(text, logprobs === undefined ? null : log.add(tokens), null);
      }
      const source = generate(embedded, plan(choice), signal);
      for (let step = await source.next(); ; step = await source.next()) {
        if (step.done === true) {
          yield chunk(step.value.text, null, step.value.reason);
          break;
        }
        count += 1;
        const { text, token } = step.value;
        yield chunk(text, token === undefined ? null : log.add([[token.token, token]]), null);
      }
    }
    if (request.stream_options?.include_usage === true)
      yield { ...head, choices: [], usage: usageOf(promptTokens, count) };
  }
  if (request.stream === true) return eventStream(events());

  let count = 0;
  const answers = [];
  for (const choice of choices) {
    const before = request.echo === true ? await beginning(choice.prompt) : { text: '', tokens: [] };
    const after = await runToEnd(generate(embedded, plan(choice), signal));
    count += after.made;
    const tokens = [...before.tokens, ...after.tokens.map((token) => [token.token, token] as const)];
    answers.push({
      text: before.text + after.text,
      index: choice.index,
      logprobs: logprobs === undefined ? null : new LegacyLog().add(tokens),
      finish_reason: after.reason,
    });
  }
  return Response.json({ ...head, choices: answers, usage: usageOf(promptTokens, count) });
}

function promptsOf(
  { prompt }: CompletionRequest,
  encode: (text: string) => Uint32Array,
): readonly (readonly number[])[] {
  if (prompt === undefined || prompt === null) return [[]];
  if (typeof prompt === 'string') return [[...encode(prompt)]];
  if (typeof prompt[0] === 'number') return [prompt as number[]];
  return (prompt as (string | number[])[]).map((one) => (typeof one === 'string' ? [...encode(one)] : one));
}
