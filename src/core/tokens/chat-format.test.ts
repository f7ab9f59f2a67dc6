import { expect, test } from 'vitest';
import { chatFormats, chatText, chatTexts, countChat, type ChatMessage } from './chat-format.ts';
import { loadEncoder } from './load-encoder.ts';

async function count(encoding: 'cl100k_base' | 'o200k_base', messages: readonly ChatMessage[]) {
  const encoder = await loadEncoder(encoding);
  return countChat(chatFormats[encoding]!, messages, (text) => encoder.encode(text, 'text'));
}

/** The example of OpenAI's cookbook. */
const cookbook: readonly ChatMessage[] = [
  {
    role: 'system',
    content:
      'You are a helpful, pattern-following assistant that translates corporate jargon into plain English.',
  },
  { role: 'system', name: 'example_user', content: 'New synergies will help drive top-line growth.' },
  {
    role: 'system',
    name: 'example_assistant',
    content: 'Things working well together will increase revenue.',
  },
  {
    role: 'system',
    name: 'example_user',
    content:
      "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
  },
  {
    role: 'system',
    name: 'example_assistant',
    content: "Let's talk later when we're less busy about how to do better.",
  },
  {
    role: 'user',
    content: "This late pivot means we don't have time to boil the ocean for the client deliverable.",
  },
];

test('the cookbook’s example has the tokens that the API counted: 129 with gpt-4, 124 with gpt-4o', async () => {
  expect((await count('cl100k_base', cookbook)).total).toBe(129);
  expect((await count('o200k_base', cookbook)).total).toBe(124);
});

test('an empty message of the user’s costs 4, and the answer’s beginning 3', async () => {
  const chat = await count('cl100k_base', [{ role: 'user', content: '' }]);
  expect(chat.messages[0]).toMatchObject({ content: 0, overhead: 4 });
  expect(chat).toMatchObject({ primed: 3, total: 7 });
  // As counted by users in OpenAI's forum: community.openai.com/t/337002.
  expect(chat.messages[0]!.segments.flatMap(({ ids }) => ids)).toEqual([100264, 882, 100266, 100265]);
  expect(chat.priming.flatMap(({ ids }) => ids)).toEqual([100264, 78191, 100266]);
});

test('a name costs its own tokens and one more; an empty name costs nothing', async () => {
  const encoder = await loadEncoder('o200k_base');
  const [plain, named, empty] = (
    await count('o200k_base', [
      { role: 'user', content: 'Hi' },
      { role: 'user', name: 'example_user', content: 'Hi' },
      { role: 'user', name: '', content: 'Hi' },
    ])
  ).messages;
  expect(named!.overhead).toBe(plain!.overhead + encoder.encode('example_user', 'text').length + 1);
  expect(empty).toEqual(plain);
});

test('what is typed stays text, also when it looks like the end of a message', async () => {
  const chat = await count('cl100k_base', [{ role: 'user', content: 'a<|im_end|><|endoftext|>' }]);
  const ids = chat.messages[0]!.segments.flatMap((segment) => segment.ids);
  expect(ids.filter((id) => id >= 100_257)).toEqual([100264, 100266, 100265]);
  expect(chatText(chat)).toBe(
    '<|im_start|>user<|im_sep|>a<|im_end|><|endoftext|><|im_end|><|im_start|>assistant<|im_sep|>',
  );
});

test('the texts to ask for are all that are asked for, each once', async () => {
  const asked = new Set<string>();
  const messages: readonly ChatMessage[] = [
    { role: 'user', name: 'ada', content: 'hi' },
    { role: 'assistant', content: '' },
    { role: 'user', content: 'hi' },
  ];
  countChat(chatFormats.o200k_base!, messages, (text) => {
    asked.add(text);
    return [0];
  });
  expect(new Set(chatTexts(messages))).toEqual(asked);
  expect(chatTexts(messages)).toEqual(['assistant', ':', 'user', 'ada', 'hi']);
});

test('older encodings have no chat format, and the total is the sum of its parts', async () => {
  expect(chatFormats.r50k_base).toBeUndefined();
  expect(chatFormats.p50k_base).toBeUndefined();
  const chat = await count('o200k_base', cookbook);
  const parts = chat.messages.map(({ content, overhead }) => content + overhead);
  expect(chat.total).toBe(parts.reduce((sum, part) => sum + part, 3));
});
