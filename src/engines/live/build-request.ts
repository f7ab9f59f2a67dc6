import type { AskedAs, LiveAsk, ThereSettings } from './live-client.ts';
import type { Question } from './ask-proxy.ts';

/** What the assistant's words are an answer to, where a chat is made to continue a text. It is seen in the exchange. */
const continueText = 'Continue the text.';

export interface BuiltRequest {
  readonly question: Required<Question>;
  readonly askedAs: AskedAs;
  /** Parameters that were wanted and are left out, because the model refuses them. */
  readonly dropped: readonly string[];
  /** Sent only so that the proxy can share one answer; nobody misses it. */
  readonly unasked: readonly string[];
  /** Entries of the top list that are asked for; 0 when the model gives none. */
  readonly top: number;
}

export interface Wanted {
  readonly top: number;
  readonly length: number;
  readonly seed: number | undefined;
}

/**
 * The request for a text's continuation. Completions when they give a list, for they take the text as it is; else a chat, whose
 * assistant has already said the text when the model continues that, and who is told it as a user's message when not.
 */
export function buildRequest({ capabilities, prompt, there }: LiveAsk, wanted: Wanted): BuiltRequest {
  const { model, endpoints, topLogprobs, refused } = capabilities;
  const byCompletions =
    endpoints.completions && (topLogprobs.completions > 0 || topLogprobs.chat === 0 || !endpoints.chat);
  const top = Math.min(wanted.top, byCompletions ? topLogprobs.completions : topLogprobs.chat);
  const sampling = samplingOf(there, wanted.seed);
  const dropped = Object.keys(sampling).filter((name) => refused.includes(name));
  const kept = Object.fromEntries(Object.entries(sampling).filter(([name]) => !refused.includes(name)));
  // Newer chats know the length by another name only.
  const lengthName =
    !byCompletions && refused.includes('max_tokens') ? 'max_completion_tokens' : 'max_tokens';
  const common = { model, [lengthName]: wanted.length, ...kept };
  const unasked = there?.seed === undefined ? ['seed'] : [];
  const rest = { dropped: dropped.filter((name) => !unasked.includes(name)), unasked, top };
  if (byCompletions) {
    const { text, ids } = prompt;
    const body = {
      ...common,
      prompt: ids !== undefined && capabilities.promptIds === true ? [...ids] : text,
      ...(top > 0 ? { logprobs: top } : {}),
    };
    return { question: { path: '/v1/completions', body }, askedAs: 'completions', ...rest };
  }
  const isPrefill = capabilities.prefill === true && prompt.text !== '';
  const messages = isPrefill
    ? [
        { role: 'user', content: continueText },
        { role: 'assistant', content: prompt.text },
      ]
    : [{ role: 'user', content: prompt.text }];
  const body = { ...common, messages, ...(top > 0 ? { logprobs: true, top_logprobs: top } : {}) };
  return {
    question: { path: '/v1/chat/completions', body },
    askedAs: isPrefill ? 'prefill' : 'answer',
    ...rest,
  };
}

/**
 * Without settings for the provider, neutral ones: some servers have others as their own. A seed there leaves nothing to chance, so
 * that a class that asks the same is one question.
 */
function samplingOf(there: ThereSettings | undefined, seed: number | undefined): Record<string, unknown> {
  const { logit_bias: bias, ...others } = there ?? { temperature: 1, top_p: 1 };
  const wanted: Record<string, unknown> = { ...others, ...(seed === undefined ? {} : { seed }) };
  if (bias !== undefined && Object.keys(bias).length > 0) wanted['logit_bias'] = bias;
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
