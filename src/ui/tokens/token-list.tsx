import { memo, useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import { formatCount } from '../../core/numbers/format.ts';
import type { TokenId } from '../../core/numbers/units.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../language.tsx';
import { tokenFace } from './token-face.ts';
import { TokenChip } from './token-chip.tsx';
import { copy } from './copy.ts';
import { hexOf } from './hex-of.ts';
import { nearestTokens } from './nearest-tokens.ts';
import { spokenToken } from './spoken-token.ts';
import { surpriseColour } from './surprise-colour.ts';
import { bitsAt, type SurpriseGround } from './surprise-ground.ts';
import styles from './token-list.module.css';
import type { TokenSource } from './token-source.ts';
import { useSlice } from './use-slice.ts';

export interface TokenListProps {
  /** The accessible name. */
  readonly label: string;
  readonly source: TokenSource | undefined;
  /** Tokens of the whole text, and its UTF-16 length. */
  readonly count: number;
  readonly length: number;
  readonly caret: number;
  /** Index of the first token that the model sees; 0 where that does not matter. */
  readonly windowFrom?: number;
  readonly activeId?: TokenId | undefined;
  readonly onActive?: (id: TokenId | undefined) => void;
  /** Grounds are shaded by bits. */
  readonly surprise?: SurpriseGround | undefined;
  readonly note: string;
  /** Said in place of tokens when there are none. */
  readonly empty: string;
}

/** Items in the page at most; a text with more shows those around the caret. Each costs every key press a little. */
const most = 200;
/** UTF-16 units to either side of the caret that are asked for: a token has four of them on average, at times many more. */
const reach = 2000;

/** Every token with its id, one item each. Arrow keys go from token to token. */
export function TokenList(props: TokenListProps) {
  const { label, source, count, length, caret, windowFrom = 0, activeId, onActive, surprise, note } = props;
  const words = useCopy(copy);
  const about = useId();
  const whole = count <= most;
  // Steps of a quarter of the reach, so that most caret moves ask for nothing new.
  const around = whole ? 0 : Math.floor(caret / (reach / 4)) * (reach / 4);
  // The list follows when the page has time: tokens in the text come first.
  const known = useDeferredValue(
    useSlice(source, whole ? 0 : Math.max(0, around - reach), whole ? length : around + reach),
  );
  const [focused, setFocused] = useState(0);
  const list = useRef<HTMLOListElement>(null);

  const range = known && (whole ? all(known.slice.ids.length) : nearestTokens(known.slice, caret, most));
  const shown = known && range && indices(range).map((at) => ({ at, index: known.slice.first + at }));
  const reachable = shown?.some(({ index }) => index === focused) ? focused : shown?.[0]?.index;

  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(list.current?.children ?? [])];
    const now = items.findIndex((item) => item.contains(document.activeElement));
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: items.length - 1 }[event.key];
    const item = next === undefined ? undefined : items[next];
    if (!(item instanceof HTMLElement)) return;
    event.preventDefault();
    item.focus();
  };

  return (
    <section className={styles['part']}>
      <p id={about} className={styles['note']}>
        {note}
        {shown !== undefined && !whole && shown.length > 0 && (
          <>
            {' '}
            {words.shown(
              formatCount(shown[0]!.index + 1),
              formatCount(shown.at(-1)!.index + 1),
              formatCount(count),
            )}
          </>
        )}
      </p>
      <ol
        ref={list}
        role="list"
        aria-label={label}
        aria-describedby={about}
        className={styles['list']}
        onKeyDown={onKeyDown}
        onPointerLeave={() => onActive?.(undefined)}
      >
        {shown?.map(({ at, index }) => (
          <Item
            key={index}
            index={index}
            id={known!.slice.ids[at]!}
            vocabulary={known!.source.vocabulary}
            size={count}
            part={known!.slice.headBytes[at]! > 0 || known!.slice.tailBytes[at]! > 0}
            unseen={surprise === undefined && index < windowFrom}
            {...lookOf(surprise, index, known!.slice, at)}
            active={known!.slice.ids[at] === activeId}
            reachable={index === reachable}
            onActive={onActive}
            onFocus={setFocused}
          />
        ))}
      </ol>
      {source !== undefined && count === 0 && <p className={styles['note']}>{props.empty}</p>}
      {known === undefined && <p className={styles['note']}>{words.reading}</p>}
    </section>
  );
}

interface ItemProps {
  readonly index: number;
  readonly id: TokenId;
  readonly vocabulary: VocabularyBytes;
  readonly size: number;
  readonly part: boolean;
  readonly unseen: boolean;
  /** A CSS colour, and what is said of its bits, when grounds are shaded by surprise. */
  readonly ground: string | undefined;
  readonly said: string | undefined;
  readonly active: boolean;
  readonly reachable: boolean;
  readonly onActive: ((id: TokenId | undefined) => void) | undefined;
  readonly onFocus: (index: number) => void;
}

const Item = memo(function Item(props: ItemProps) {
  const { index, id, vocabulary, size, part, unseen, ground, said, active, reachable, onActive, onFocus } =
    props;
  const words = useCopy(copy);
  const face = tokenFace(id, vocabulary);
  const spoken = spokenToken(face, vocabulary);
  const name = words.item(formatCount(index + 1), spoken, String(id), hexOf(id, vocabulary));
  return (
    <li
      className={styles['item']}
      aria-label={said === undefined ? name : `${name}, ${said}`}
      aria-setsize={size}
      aria-posinset={index + 1}
      data-unseen={unseen || undefined}
      data-active={active || undefined}
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
      <small>{id}</small>
    </li>
  );
});

/** The plain ground while a token has not been weighed. */
function lookOf(surprise: SurpriseGround | undefined, index: number, slice: TokenSlice, at: number) {
  if (surprise === undefined) return { ground: undefined, said: undefined };
  const bits = bitsAt(surprise, index, slice.ids[at]!, slice.ends[at]!);
  return bits === undefined
    ? { ground: 'var(--sink)', said: undefined }
    : { ground: surpriseColour(bits), said: surprise.words(bits) };
}

const all = (count: number) => ({ from: 0, to: count });

function indices({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
