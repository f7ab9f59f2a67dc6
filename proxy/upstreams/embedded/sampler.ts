import type { Stage } from '../../../src/core/sampling/stages.ts';
import type { ChatRequest, CompletionRequest } from '../../../shared/wire/openai-requests.ts';

type SamplingFields = Pick<
  CompletionRequest & ChatRequest,
  'temperature' | 'top_p' | 'frequency_penalty' | 'presence_penalty' | 'logit_bias'
>;

/** The request's stop sequences. */
export function stopsOf({ stop }: Pick<CompletionRequest, 'stop'>): readonly string[] {
  return stop === undefined || stop === null ? [] : [stop].flat();
}

/** At this bias a token is banned, and at its opposite forced: what OpenAI says that these values are for. */
const most = 100;

/** The request's sampler as stages, in the order of the page's OpenAI preset, with OpenAI's own values for what is left out. */
export function stagesOf(request: SamplingFields): readonly Stage[] {
  const bias = Object.entries(request.logit_bias ?? {}).map(
    ([id, value]) => [id, value <= -most ? -Infinity : value] as const,
  );
  return [
    { stage: 'logit-bias', bias: Object.fromEntries(bias) },
    {
      stage: 'penalties',
      repetition: 1,
      frequency: request.frequency_penalty ?? 0,
      presence: request.presence_penalty ?? 0,
    },
    { stage: 'temperature', temperature: request.temperature ?? 1 },
    { stage: 'top-p', p: request.top_p ?? 1 },
  ];
}
