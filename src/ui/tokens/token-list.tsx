import {
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { formatCount } from '../../core/numbers/format.ts';
import type { TokenId } from '../../core/numbers/units.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import { useCopy, type Copy } from '../language.tsx';
import { later } from '../later.tsx';
import { copy } from './copy.ts';
import { nearestTokens } from './nearest-tokens.ts';
import { surpriseColour } from './surprise-colour.ts';
import { bitsAt, type SurpriseGround } from './surprise-ground.ts';
import { tokenFace, type TokenFace } from './token-face.ts';
import { TokenItem } from './token-item.tsx';
import styles from './token-list.module.css';
import type { TokenSource } from './token-source.ts';
import { indexAt, useOpened } from './use-opened.ts';
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
  /** What can be done with a token, shown with its details. */
  readonly actions?: (face: TokenFace) => ReactNode;
}

/** Comes when details are first asked for. */
const TokenCard = later(() => import('./token-card.tsx').then((part) => part.TokenCard));

/** A text of so many tokens has all of them in the list; */
const most = 200;
/** of a longer one there are so many, around the caret: each costs every key press a little. */
const window = 100;
/** UTF-16 units to either side of the caret that are asked for: a token has four of them on average, at times many more. */
const reach = 2000;

/** Every token with its id, one item each. Arrow keys go from token to token, Enter or a press opens its details. */
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
  const { opened, itemOf, open, goTo, close, leave, onPointerDown, onClick } = useOpened(list);

  const { from, to } = rangeIn(known?.slice, whole ? undefined : caret);
  const shown = useMemo(
    () => known && indices(from, to).map((at) => ({ at, index: known.slice.first + at })),
    [known, from, to],
  );
  const reachable = shown?.some(({ index }) => index === focused) ? focused : shown?.[0]?.index;
  const place = opened && shown?.find(({ index }) => index === opened.index);
  // The text no longer has the token, or the caret has gone far from it.
  if (opened !== undefined && shown !== undefined && place === undefined) leave(opened.key);

  const openedIndex = opened?.index;
  const size = whole ? undefined : count;
  // A key press that changes none of them does not go through them either.
  const items = useMemo(
    () =>
      shown?.map(({ at, index }) => (
        <TokenItem
          key={index}
          index={index}
          id={known!.slice.ids[at]!}
          vocabulary={known!.source.vocabulary}
          size={size === undefined || index === reachable ? size : -1}
          part={known!.slice.headBytes[at]! > 0 || known!.slice.tailBytes[at]! > 0}
          unseen={surprise === undefined && index < windowFrom}
          {...lookOf(surprise, index, known!.slice, at)}
          active={known!.slice.ids[at] === activeId}
          opened={index === openedIndex}
          reachable={index === reachable}
          onActive={onActive}
          onFocus={setFocused}
        />
      )),
    [shown, known, size, reachable, surprise, windowFrom, activeId, openedIndex, onActive],
  );

  const anyShown = shown !== undefined && shown.length > 0;
  const told = anyShown && !whole ? [note, rangeOf(shown, count, words)] : [note];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const index = indexAt(event.target);
    if (event.key === 'Enter' && index !== undefined) {
      event.preventDefault();
      open(index);
      return;
    }
    const items = [...(list.current?.children ?? [])];
    const now = items.findIndex((item) => item.contains(document.activeElement));
    const next = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: items.length - 1 }[event.key];
    const item = next === undefined ? undefined : items[next];
    if (!(item instanceof HTMLElement)) return;
    event.preventDefault();
    item.focus();
  };
  /** Undefined where the list ends. */
  const stepTo = (index: number) => {
    const next = shown?.find((each) => each.index === index);
    if (next === undefined) return undefined;
    return () => {
      goTo(index);
      onActive?.(known!.slice.ids[next.at]);
    };
  };

  return (
    <section className={styles['part']}>
      <p id={about} className={styles['note']}>
        {told.join(' · ')}
        {/* Said everywhere, shown where there is room. */}
        {anyShown && <span className={props.actions ? undefined : 'visually-hidden'}> · {words.more}</span>}
      </p>
      <ol
        ref={list}
        role="list"
        aria-label={label}
        aria-describedby={about}
        className={styles['list']}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onClick={onClick}
        onPointerLeave={() => onActive?.(undefined)}
      >
        {items}
      </ol>
      {opened !== undefined && place !== undefined && (
        <TokenCard
          key={opened.key}
          vocabulary={known!.source.vocabulary}
          slice={known!.slice}
          at={place.at}
          count={count}
          said={lookOf(surprise, place.index, known!.slice, place.at).said}
          itemOf={itemOf}
          onBefore={stepTo(place.index - 1)}
          onAfter={stepTo(place.index + 1)}
          onFocus={() => onActive?.(known!.slice.ids[place.at])}
          onClose={close}
          onLeave={() => {
            leave(opened.key);
            onActive?.(undefined);
          }}
        >
          {props.actions?.(tokenFace(known!.slice.ids[place.at]!, known!.source.vocabulary))}
        </TokenCard>
      )}
      {source !== undefined && count === 0 && <p className={styles['note']}>{props.empty}</p>}
      {known === undefined && <p className={styles['note']}>{words.reading}</p>}
    </section>
  );
}

/** The plain ground while a token has not been weighed. */
function lookOf(surprise: SurpriseGround | undefined, index: number, slice: TokenSlice, at: number) {
  if (surprise === undefined) return { ground: undefined, said: undefined };
  const bits = bitsAt(surprise, index, slice.ids[at]!, slice.ends[at]!);
  return bits === undefined
    ? { ground: 'var(--sink)', said: undefined }
    : { ground: surpriseColour(bits), said: surprise.words(bits) };
}

function rangeOf(
  shown: readonly { readonly index: number }[],
  count: number,
  words: Copy<(typeof copy)['en']>,
): string {
  const [from, to] = [shown[0]!.index + 1, shown.at(-1)!.index + 1];
  return words.shown(formatCount(from), formatCount(to), formatCount(count));
}

/** Places in the slice: all of them, or those around the caret. */
function rangeIn(slice: TokenSlice | undefined, caret: number | undefined) {
  if (slice === undefined) return { from: 0, to: 0 };
  return caret === undefined ? { from: 0, to: slice.ids.length } : nearestTokens(slice, caret, window);
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
