import type { ChatMessage } from '../../../../core/tokens/chat-format.ts';

/** The messages with the one at `at` replaced; without it when there is nothing to put there. */
export function withMessage(
  messages: readonly ChatMessage[],
  at: number,
  message?: ChatMessage,
): readonly ChatMessage[] {
  return messages.flatMap((each, place) => (place !== at ? [each] : message === undefined ? [] : [message]));
}

/** The one at `from` taken out and put at `to`. */
export function movedMessage(
  messages: readonly ChatMessage[],
  from: number,
  to: number,
): readonly ChatMessage[] {
  return withMessage(messages, from).toSpliced(to, 0, messages[from]!);
}

/** A turn more: after the user's comes the assistant's, after any other the user's. */
export function addedMessage(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const role = messages.at(-1)?.role === 'user' ? 'assistant' : 'user';
  return [...messages, { role, content: '' }];
}
