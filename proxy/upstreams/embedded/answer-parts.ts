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

/** The fields that every answer and every chunk of one request share. */
export function answerHead(prefix: string, object: string, model: string, now: number, random: number) {
  return {
    id: `${prefix}-${now.toString(36)}${random.toString(36)}`,
    object,
    created: Math.floor(now / 1000),
    model,
  };
}
