import type { Usage } from '../../../shared/wire/openai-answers.ts';
import type { EmbeddedModel } from './embedded-model.ts';

/** What answering a request needs beside the request. */
export interface AnswerParts {
  readonly embedded: EmbeddedModel;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A fresh whole number, from 0 below 2³². */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

export function usageOf(prompt: number, completion: number): Usage {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** The fields that every answer and every chunk of one request share. */
export function answerHead(prefix: string, object: string, model: string, now: number, random: number) {
  return {
    id: `${prefix}-${now.toString(36)}${random.toString(36)}`,
    object,
    created: Math.floor(now / 1000),
    model,
  };
}
