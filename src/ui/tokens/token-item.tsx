import { memo } from 'react';
import { formatCount } from '../../core/numbers/format.ts';
import type { TokenId } from '../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../language.tsx';
import { copy } from './copy.ts';
import { hexOf } from './hex-of.ts';
import { spokenToken } from './spoken-token.ts';
import { TokenChip } from './token-chip.tsx';
import { tokenFace } from './token-face.ts';
import styles from './token-list.module.css';

interface TokenItemProps {
  readonly index: number;
  readonly id: TokenId;
  readonly vocabulary: VocabularyBytes;
  /** Tokens of the text where the list has only some of them, −1 for unknown: it changes with almost every key. */
  readonly size: number | undefined;
  readonly part: boolean;
  readonly unseen: boolean;
  /** A CSS colour, and what is said of its bits, when grounds are shaded by surprise. */
  readonly ground: string | undefined;
  readonly said: string | undefined;
  readonly active: boolean;
  /** Its details are open. */
  readonly opened: boolean;
  readonly reachable: boolean;
  readonly onActive: ((id: TokenId | undefined) => void) | undefined;
  readonly onFocus: (index: number) => void;
}

/** One of the list. Three elements and no more: there may be hundreds, and each costs every key press a little. */
export const TokenItem = memo(function TokenItem(props: TokenItemProps) {
  const { index, id, vocabulary, size, part, unseen, ground, said, active, opened, reachable } = props;
  const { onActive, onFocus } = props;
  const words = useCopy(copy);
  const face = tokenFace(id, vocabulary);
  const special = face.kind === 'special';
  const spoken = spokenToken(face, vocabulary);
  const plain = words.item(formatCount(index + 1), spoken, String(id), hexOf(id, vocabulary));
  const name = special ? words.specialItem(plain) : plain;
  return (
    <li
      className={styles['item']}
      aria-label={said === undefined ? name : `${name}, ${said}`}
      aria-setsize={size}
      aria-posinset={index + 1}
      data-unseen={unseen || undefined}
      data-active={active || undefined}
      data-opened={opened || undefined}
      data-special={special || undefined}
      title={part ? words.part : undefined}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => {
        onFocus(index);
        onActive?.(id);
      }}
      onBlur={() => onActive?.(undefined)}
      onPointerEnter={() => onActive?.(id)}
    >
      <TokenChip face={face} ground={ground} more={said} />
      <small data-badge={special ? words.special : undefined}>{id}</small>
    </li>
  );
});
