export const en = {
  about:
    'A chat model reads messages as one text, with special tokens around each: that costs 3 tokens a message, 1 more for a name, and 3 where the answer begins, beside the tokens of role, name and content. The counts follow OpenAI’s cookbook.',
  notTyped:
    'tiktoken leaves these special tokens out: the server puts them in. What looks like one in your message stays plain text.',
  none: (encoding: string) =>
    `The models of ${encoding} do not chat: they continue a text. Choose cl100k_base or o200k_base to count a chat.`,
  counting: 'Counting the tokens',
  retry: 'Try again',
  messages: 'Messages',
  message: (place: string) => `Message ${place}`,
  role: 'Role',
  roles: { system: 'system', developer: 'developer', user: 'user', assistant: 'assistant' },
  name: 'Name',
  noName: 'none',
  content: 'Content',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  add: 'Add a message',
  empty: 'There are no messages. Even so the beginning of an answer would cost 3 tokens.',
  split: (content: string, overhead: string) => `content ${content} + overhead ${overhead}`,
  sum: (total: string) => (total === '1' ? '1 token' : `${total} tokens`),
  pending: 'counting…',
  format: 'What the model reads',
  priming: 'Beginning of the answer',
  total: 'Total',
  totalSplit: (content: string, overhead: string, share: string) =>
    `content ${content}, overhead ${overhead} (${share})`,
  asText: 'As one text',
  contentHere: (tokens: string) => `content: ${tokens}`,
} as const;
