import { formatCount } from '../../../../core/numbers/format.ts';
import { chatRoles, type ChatMessage, type CountedMessage } from '../../../../core/tokens/chat-format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { ChatSegments } from './chat-segments.tsx';
import styles from './chat.module.css';
import { copy } from './copy.ts';

interface ChatRowProps {
  readonly message: ChatMessage;
  /** Absent while it is being counted. */
  readonly counted: CountedMessage | undefined;
  /** Counted from 0, of `count`. */
  readonly at: number;
  readonly count: number;
  readonly onChange: (message: ChatMessage) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One message: who says it, what, and what it costs. */
export function ChatRow({ message, counted, at, count, onChange, onMove, onRemove }: ChatRowProps) {
  const words = useCopy(copy);
  const { role, name = '', content } = message;
  const last = at === count - 1;
  return (
    <li data-at={at}>
      <div role="group" aria-label={words.message(formatCount(at + 1))} className={styles.row}>
        <div className={styles.head}>
          <Select
            label={words.role}
            labelHidden
            value={role}
            onChange={(chosen) => onChange({ ...message, role: chosen })}
            options={chatRoles.map((value) => ({ value, text: words.roles[value] }))}
          />
          <label className={styles.name}>
            {words.name}
            <input
              type="text"
              value={name}
              placeholder={words.noName}
              spellCheck={false}
              onChange={(event) => onChange(named(message, event.target.value))}
            />
          </label>
          <span className={styles.tools}>
            {/* Not disabled: the focus would be lost where a message reaches an end. */}
            <IconButton
              icon="up"
              label={words.up}
              data-tool="up"
              aria-disabled={at === 0 || undefined}
              onClick={() => at > 0 && onMove(at - 1)}
            />
            <IconButton
              icon="down"
              label={words.down}
              data-tool="down"
              aria-disabled={last || undefined}
              onClick={() => !last && onMove(at + 1)}
            />
            <IconButton icon="close" label={words.remove} data-tool="remove" onClick={onRemove} />
          </span>
        </div>
        <textarea
          aria-label={words.content}
          rows={2}
          value={content}
          onChange={(event) => onChange({ ...message, content: event.target.value })}
        />
        <p className={styles.cost}>
          {counted === undefined ? (
            words.pending
          ) : (
            <>
              <strong>{words.sum(formatCount(counted.content + counted.overhead))}</strong>
              <span>{words.split(formatCount(counted.content), formatCount(counted.overhead))}</span>
              <ChatSegments segments={counted.segments} />
            </>
          )}
        </p>
      </div>
    </li>
  );
}

function named({ role, content }: ChatMessage, name: string): ChatMessage {
  return name === '' ? { role, content } : { role, content, name };
}
