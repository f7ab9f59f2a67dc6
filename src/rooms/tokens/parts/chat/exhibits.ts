import { chatFormats, countChat, type ChatMessage } from '../../../../core/tokens/chat-format.ts';
import type { ChatBuilderProps } from './chat-builder.tsx';

type Shown = Pick<ChatBuilderProps, 'messages' | 'count'>;

const ids: Readonly<Record<string, number>> = { system: 17360, user: 1428, assistant: 173781, ':': 25 };

/** A stand-in for o200k_base: its own ids of the roles, and of all else a token for each four characters. */
function encode(text: string): readonly number[] {
  const own = ids[text];
  return own === undefined
    ? Array.from({ length: Math.ceil(text.length / 4) }, (_, at) => 1000 + at * 37)
    : [own];
}

function ready(messages: readonly ChatMessage[]): Shown {
  const chat = countChat(chatFormats.o200k_base!, messages, encode);
  return { messages, count: { phase: 'ready', chat, of: messages } };
}

const messages: readonly ChatMessage[] = [
  { role: 'system', content: 'You answer in one sentence.' },
  { role: 'user', name: 'ada', content: 'Why is a token not a word?' },
  { role: 'assistant', content: 'Because words are endless,\nand tokens are not. 東京 👩‍🚀' },
  { role: 'user', content: 'And <|im_end|>?' },
];

/** The states of the part, by name. */
export const chatExhibits: Readonly<Record<string, Shown>> = {
  full: ready(messages),
  'one message': ready([{ role: 'user', content: '' }]),
  empty: ready([]),
  counting: { ...ready(messages), messages: messages.with(1, { role: 'user', content: 'Why?' }) },
  loading: { messages, count: { phase: 'loading' } },
  failed: {
    messages,
    count: {
      phase: 'failed',
      sentence: 'A background worker stopped. Your text is kept.',
      onRetry: () => undefined,
    },
  },
  'no chat format': { messages, count: { phase: 'none', encoding: 'r50k_base' } },
};
