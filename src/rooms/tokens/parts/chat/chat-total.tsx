import { useState } from 'react';
import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import { chatText, type CountedChat } from '../../../../core/tokens/chat-format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { ChatSegments } from './chat-segments.tsx';
import styles from './chat.module.css';
import { copy } from './copy.ts';

/** What the whole chat costs, with the beginning of the answer, and as the one text that it becomes. */
export function ChatTotal({ chat }: { readonly chat: CountedChat }) {
  const words = useCopy(copy);
  const [open, setOpen] = useState(false);
  const content = chat.messages.reduce((sum, message) => sum + message.content, 0);
  const overhead = chat.total - content;
  return (
    <div className={styles.totals}>
      <dl>
        <dt>{words.priming}</dt>
        <dd className={styles.cost}>
          <strong>{words.sum(formatCount(chat.primed))}</strong>
          <ChatSegments segments={chat.priming} />
        </dd>
        <dt>{words.total}</dt>
        <dd className={styles.cost}>
          <strong role="status" aria-label={words.total}>
            {words.sum(formatCount(chat.total))}
          </strong>
          <span>
            {words.totalSplit(
              formatCount(content),
              formatCount(overhead),
              formatProbability(overhead / chat.total),
            )}
          </span>
        </dd>
      </dl>
      <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.asText}</summary>
        {open && (
          <pre className={styles.text} role="region" aria-label={words.format} tabIndex={0}>
            {chatText(chat)}
          </pre>
        )}
      </details>
    </div>
  );
}
