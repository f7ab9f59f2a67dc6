import type OpenAI from 'openai';
import type { Logprobs } from '../read-logprobs.ts';
import type { Reference } from '../reference.ts';

/** What every check is given: the second server is asked through the proxy. */
export interface Setting {
  readonly client: OpenAI;
  /** Goes with each request: its model, `here/tiny`, and what makes temperature 0 the likeliest. */
  readonly base: { readonly model: string };
  /** Where the second server itself listens. */
  readonly direct: string;
  readonly reference: Reference;
  readonly read: (logprobs: unknown) => Logprobs;
}

/** Short, one token, other letters, parts of characters, quotes and a line's end. */
export const prompts: readonly string[] = [
  'Once upon a time',
  'The',
  'The king said to his daughter',
  '"What is the matter?" asked',
  'She opened the door and\n\n"',
  'Der König sagte: 東京 🐉',
];

/** The first lines of what went wrong, for checks that only tell. */
export function saidNo(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
