import { useEffect, useState } from 'react';
import { chatFormats, chatTexts, countChat, type CountedChat } from '../../../core/tokens/chat-format.ts';
import type { EncodingId } from '../../../core/tokens/encoding-ids.ts';
import { failedFrom, idle, valueOf, type Async } from '../../../state/async.ts';
import { faultOf } from '../../../state/fault-of.ts';
import { useFaultSentence } from '../../../ui/fault-words.tsx';
import type { TokensChoices } from '../tokens-state.ts';
import { ChatBuilder, type ChatBuilderProps } from '../parts/chat/chat-builder.tsx';
import { EncodingSelect } from '../encoding-select.tsx';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
import styles from '../tokens-room.module.css';

/** A chat, and what its form costs in the encoding of now. */
export function ChatSection() {
  const room = useTokensRoom();
  const encoding = useTokensState((state) => state.encoding);
  const messages = useTokensState((state) => state.chat);
  return (
    <div className={styles['stack']}>
      <div className={styles['bar']}>
        <EncodingSelect />
      </div>
      <ChatBuilder messages={messages} count={useChatCount(encoding, messages)} onMessages={room.setChat} />
    </div>
  );
}

interface Counted {
  readonly chat: CountedChat;
  readonly of: TokensChoices['chat'];
}

function useChatCount(encoding: EncodingId, messages: TokensChoices['chat']): ChatBuilderProps['count'] {
  const room = useTokensRoom();
  const sentence = useFaultSentence();
  const [tries, setTries] = useState(0);
  const [counted, setCounted] = useState<Async<Counted>>(idle);
  const format = chatFormats[encoding];
  useEffect(() => {
    if (format === undefined) return undefined;
    let wanted = true;
    const texts = chatTexts(messages);
    room.idsOf(texts).then(
      (ids) => {
        if (!wanted) return;
        const known = new Map(texts.map((text, at) => [text, ids[at]!]));
        const chat = countChat(format, messages, (text) => known.get(text)!);
        setCounted({ phase: 'done', value: { chat, of: messages } });
      },
      (error: unknown) => {
        if (wanted) setCounted((before) => failedFrom(before, faultOf(error)));
      },
    );
    return () => {
      wanted = false;
    };
  }, [room, format, encoding, messages, tries]);
  if (format === undefined) return { phase: 'none', encoding };
  if (counted.phase === 'failed')
    return { phase: 'failed', sentence: sentence(counted.fault), onRetry: () => setTries((n) => n + 1) };
  const value = valueOf(counted);
  return value === undefined ? { phase: 'loading' } : { phase: 'ready', ...value };
}
