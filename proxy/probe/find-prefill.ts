import { absentUnlessPassing, type Asker } from './ask-model.ts';

const request = 'Tell me a story.';
const words = ' one two three';

/**
 * Whether a chat that ends with the assistant's words is continued where they end. A new answer does not begin with a space, so one
 * that goes on with " time" is a continuation. If it does not, the prompt's tokens tell: without a continuation the template closes the
 * words and opens a new answer, which is two tokens at least beyond the words' own. Null when neither tells.
 */
export async function findPrefill({ ask }: Asker, withList: boolean): Promise<boolean | null> {
  const chat = (prefill: string | undefined) =>
    ask('chat/completions', { text: request, temperature: 0, ...(prefill === undefined ? {} : { prefill }) });
  const story = await ask('chat/completions', {
    text: request,
    prefill: 'Once upon a',
    temperature: 0,
    length: 3,
    // With them, words that a server only repeats are left out of the answer.
    ...(withList ? { top: 1 } : {}),
  });
  if (!story.ok) return absentUnlessPassing(story);
  if (/^ time\b/.test(story.text)) return true;
  // subtle: llama.cpp's server says the assistant's words again before it goes on, and then looks like a new answer; the counts tell.
  if (/^\s*(sure|here|okay)/i.test(story.text)) return false;
  const [none, once, twice] = [
    await chat(undefined),
    await chat(words.trim()),
    await chat(words.trim() + words),
  ].map((reply) => (reply.ok ? reply.promptTokens : undefined));
  if (none === undefined || once === undefined || twice === undefined) return null;
  // once = none + words + beyond, and twice = once + words.
  const beyond = once - none - (twice - once);
  if (beyond === 0) return true;
  return beyond >= 2 ? false : null;
}
