import { llamaChat, llamaCompletions, llamaPrefill } from './fixtures/llama-cpp.ts';
import { lmStudioChat } from './fixtures/lm-studio.ts';
import { ollamaCompletions } from './fixtures/ollama.ts';
import { openaiChat, openaiCompletions } from './fixtures/openai.ts';
import { openrouterChat } from './fixtures/openrouter.ts';
import { togetherChat, togetherEcho } from './fixtures/together.ts';
import { vllmChat, vllmCompletions } from './fixtures/vllm.ts';
import type { Fixture } from './fixture.ts';

/** Every server's answers, each with a shape of its own. */
export const fixtures: readonly Fixture[] = [
  openaiChat,
  openaiCompletions,
  llamaChat,
  llamaCompletions,
  llamaPrefill,
  vllmChat,
  vllmCompletions,
  ollamaCompletions,
  togetherChat,
  togetherEcho,
  lmStudioChat,
  openrouterChat,
];
