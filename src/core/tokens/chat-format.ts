import type { TokenId } from '../numbers/units.ts';
import type { EncodingId } from './encoding-ids.ts';

export const chatRoles = ['system', 'developer', 'user', 'assistant'] as const;
export type ChatRole = (typeof chatRoles)[number];

export interface ChatMessage {
  readonly role: ChatRole;
  readonly content: string;
  /** Tells participants of one role apart. An empty one is none. */
  readonly name?: string;
}

interface ChatToken {
  readonly token: string;
  readonly id: TokenId;
}

/** The special tokens around the messages of a chat. */
export interface ChatFormat {
  readonly start: ChatToken;
  readonly separator: ChatToken;
  readonly end: ChatToken;
}

function chatMl(first: TokenId): ChatFormat {
  return {
    start: { token: '<|im_start|>', id: first },
    end: { token: '<|im_end|>', id: first + 1 },
    separator: { token: '<|im_sep|>', id: first + 2 },
  };
}

/**
 * ChatML, by the encodings whose models chat in it. tiktoken does not know these tokens: the server puts them in, so that
 * nobody can type them. The ids are those that tiktokenizer and others add to tiktoken; OpenAI publishes only how many
 * there are.
 */
export const chatFormats: Readonly<Partial<Record<EncodingId, ChatFormat>>> = {
  cl100k_base: chatMl(100264),
  o200k_base: chatMl(200264),
};

export interface ChatSegment {
  readonly kind: 'special' | 'role' | 'name' | 'content';
  readonly text: string;
  readonly ids: readonly TokenId[];
}

export interface CountedMessage {
  /** In their order; their texts one after the other are what the model reads. */
  readonly segments: readonly ChatSegment[];
  /** Tokens of the content. */
  readonly content: number;
  /** All others: three special ones, the role, and with a name one more than its own. */
  readonly overhead: number;
}

export interface CountedChat {
  readonly messages: readonly CountedMessage[];
  /** What makes the model answer: a message of the assistant's that has only begun. */
  readonly priming: readonly ChatSegment[];
  /** Tokens of the priming: 3. */
  readonly primed: number;
  readonly total: number;
}

/** Before a name: one token in both encodings. OpenAI publishes its count, not its looks. */
const beforeName = ':';

/** All texts that `countChat` asks the ids of, for one who has to ask a worker first. */
export function chatTexts(messages: readonly ChatMessage[]): readonly string[] {
  const given = messages.flatMap(({ role, name = '', content }) => [role, name, content]);
  return [...new Set(['assistant', beforeName, ...given])].filter((text) => text !== '');
}

/**
 * The tokens of a chat, message by message. 3 tokens a message, 1 for a name and 3 at the end, beside those of role, name
 * and content: OpenAI's cookbook, "How to count tokens with tiktoken", §6, for gpt-3.5-turbo-0125, gpt-4 and gpt-4o.
 *
 * @param encode ids of a text in which special tokens are plain text; not asked about an empty one.
 */
export function countChat(
  format: ChatFormat,
  messages: readonly ChatMessage[],
  encode: (text: string) => ArrayLike<TokenId>,
): CountedChat {
  const ids = (text: string): readonly TokenId[] => (text === '' ? [] : Array.from(encode(text)));
  const special = ({ token, id }: ChatToken): ChatSegment => ({ kind: 'special', text: token, ids: [id] });
  const plain = (kind: ChatSegment['kind'], text: string): ChatSegment => ({ kind, text, ids: ids(text) });

  function head({ role, name = '' }: Pick<ChatMessage, 'role' | 'name'>): readonly ChatSegment[] {
    const named: ChatSegment[] =
      name === '' ? [] : [{ kind: 'name', text: beforeName + name, ids: [...ids(beforeName), ...ids(name)] }];
    return [special(format.start), plain('role', role), ...named, special(format.separator)];
  }

  const counted = messages.map((message): CountedMessage => {
    const before = head(message);
    const content = plain('content', message.content);
    const segments = [...before, content, special(format.end)];
    return { segments, content: content.ids.length, overhead: tokensOf(before) + 1 };
  });
  const priming = head({ role: 'assistant' });
  const primed = tokensOf(priming);
  const total = counted.reduce((sum, { content, overhead }) => sum + content + overhead, primed);
  return { messages: counted, priming, primed, total };
}

function tokensOf(segments: readonly ChatSegment[]): number {
  return segments.reduce((sum, { ids }) => sum + ids.length, 0);
}

/** What the model reads, special tokens written out. */
export function chatText({ messages, priming }: CountedChat): string {
  return [...messages.flatMap(({ segments }) => segments), ...priming].map(({ text }) => text).join('');
}
