import { useLayoutEffect, useRef } from 'react';
import type { ChatMessage, CountedChat } from '../../../../core/tokens/chat-format.ts';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { ChatRow } from './chat-row.tsx';
import { ChatTotal } from './chat-total.tsx';
import styles from './chat.module.css';
import { copy } from './copy.ts';
import { addedMessage, movedMessage, withMessage } from './edit-messages.ts';

export type ChatCount =
  /** The encoding's models do not chat. */
  | { readonly phase: 'none'; readonly encoding: string }
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly sentence: string; readonly onRetry: () => void }
  /** `of` are the messages that were counted: those that differ since then are being counted. */
  | { readonly phase: 'ready'; readonly chat: CountedChat; readonly of: readonly ChatMessage[] };

export interface ChatBuilderProps {
  readonly messages: readonly ChatMessage[];
  readonly count: ChatCount;
  readonly onMessages: (messages: readonly ChatMessage[]) => void;
}

/** A chat as a list of messages, and what its form costs beside its words. */
export function ChatBuilder({ messages, count, onMessages }: ChatBuilderProps) {
  const words = useCopy(copy);
  const list = useRef<HTMLOListElement>(null);
  /** What is to get the focus once the messages have changed their places. */
  const next = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (next.current === undefined) return;
    list.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = undefined;
  }, [messages]);

  if (count.phase === 'none') return <p className={styles.about}>{words.none(count.encoding)}</p>;

  function move(from: number, to: number): void {
    next.current = `[data-at="${to}"] [data-tool="${to < from ? 'up' : 'down'}"]`;
    onMessages(movedMessage(messages, from, to));
  }
  function remove(at: number): void {
    next.current = `[data-at="${Math.min(at, messages.length - 2)}"] [data-tool="remove"]`;
    onMessages(withMessage(messages, at));
  }
  function add(): void {
    next.current = `[data-at="${messages.length}"] textarea`;
    onMessages(addedMessage(messages));
  }
  const counted = (message: ChatMessage, at: number) =>
    count.phase === 'ready' && count.of[at] === message ? count.chat.messages[at] : undefined;
  return (
    <div className={styles.panel} aria-busy={count.phase === 'ready' && count.of !== messages}>
      <p className={styles.about}>{words.about}</p>
      {messages.length === 0 && <EmptyState>{words.empty}</EmptyState>}
      <ol ref={list} role="list" aria-label={words.messages} className={styles.messages}>
        {messages.map((message, at) => (
          <ChatRow
            key={at}
            message={message}
            counted={counted(message, at)}
            at={at}
            count={messages.length}
            onChange={(changed) => onMessages(withMessage(messages, at, changed))}
            onMove={(to) => move(at, to)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <Button onClick={add}>{words.add}</Button>
      {count.phase === 'loading' && <Skeleton rows={3} label={words.counting} />}
      {count.phase === 'failed' && (
        <div role="alert" className={styles.about}>
          {count.sentence} <Button onClick={count.onRetry}>{words.retry}</Button>
        </div>
      )}
      {count.phase === 'ready' && <ChatTotal chat={count.chat} />}
      <p className={styles.about}>{words.notTyped}</p>
    </div>
  );
}
