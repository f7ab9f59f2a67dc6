import { formatCount } from '../../../../core/numbers/format.ts';
import type { ChatSegment } from '../../../../core/tokens/chat-format.ts';
import { visibleText } from '../../../../core/tokens/visible-text.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import styles from './chat.module.css';
import { copy } from './copy.ts';

/** What stands around a message, token by token; of the content only how long it is. */
export function ChatSegments({ segments }: { readonly segments: readonly ChatSegment[] }) {
  const words = useCopy(copy);
  return (
    <span className={styles.segments}>
      {segments.map(({ kind, text, ids }, at) =>
        kind === 'content' ? (
          <span key={at} className={styles.content}>
            {words.contentHere(words.sum(formatCount(ids.length)))}
          </span>
        ) : ids.length === 1 ? (
          <TokenChip
            key={at}
            face={{ id: ids[0]!, label: visibleText(text), kind: kind === 'special' ? 'special' : 'text' }}
          />
        ) : (
          <span key={at} className={styles.several} title={ids.join(' ')}>
            {visibleText(text)}
          </span>
        ),
      )}
    </span>
  );
}
