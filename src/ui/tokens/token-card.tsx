import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { formatCount } from '../../core/numbers/format.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { Button } from '../button.tsx';
import { classNames } from '../class-names.ts';
import floating from '../floating-box.module.css';
import { IconButton } from '../icon-button.tsx';
import { useCopy } from '../language.tsx';
import { placeBeside } from '../place-beside.ts';
import { copy } from './card-copy.ts';
import styles from './token-card.module.css';
import { TokenCardFacts } from './token-card-facts.tsx';
import { tokenFacts } from './token-facts.ts';

interface TokenCardProps {
  readonly vocabulary: VocabularyBytes;
  readonly slice: TokenSlice;
  /** The token's place in the slice. */
  readonly at: number;
  /** Tokens of the whole text. */
  readonly count: number;
  /** What is said of its bits, where tokens are shaded by surprise. */
  readonly said: string | undefined;
  /** The list's item of a token. */
  readonly itemOf: (index: number) => HTMLElement | undefined;
  /** Goes to the token before or after; undefined where the list ends. */
  readonly onBefore: (() => void) | undefined;
  readonly onAfter: (() => void) | undefined;
  /** It has the focus. */
  readonly onFocus: () => void;
  /** By Escape or the button: the focus goes back. */
  readonly onClose: () => void;
  /** By a press elsewhere: the focus is there. */
  readonly onLeave: () => void;
  /** What can be done with the token. */
  readonly children?: ReactNode;
}

/** All that is known of one token of the list. Arrow keys go on to its neighbours; Escape closes it. */
export function TokenCard(props: TokenCardProps) {
  const { vocabulary, slice, at, count, said, itemOf, children } = props;
  const { onBefore, onAfter, onFocus, onClose, onLeave } = props;
  const words = useCopy(copy);
  const box = useRef<HTMLDivElement>(null);
  const placed = useRef(false);
  const facts = tokenFacts(vocabulary, slice, at);
  const title = words.details(formatCount(facts.index + 1), formatCount(count));

  useLayoutEffect(() => {
    box.current!.showPopover?.();
    box.current!.focus({ preventScroll: true });
  }, []);

  useLayoutEffect(() => {
    const item = itemOf(facts.index);
    if (item === undefined) return;
    item.scrollIntoView?.({ block: 'nearest' });
    // While one goes from token to token it stays, so that its buttons stay under the pointer.
    if (!placed.current || covers(box.current!, item)) placeBeside(box.current!, item);
    placed.current = true;
  }, [facts.index, itemOf]);

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = { ArrowLeft: onBefore, ArrowRight: onAfter, Escape: onClose }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      className={classNames(floating.box, styles.box)}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') onLeave();
      }}
    >
      <header className={styles.head}>
        <h3>{title}</h3>
        <Step label={words.before} sign="←" onStep={onBefore} />
        <Step label={words.after} sign="→" onStep={onAfter} />
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </header>
      <TokenCardFacts facts={facts} said={said} />
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly sign: string;
  readonly onStep: (() => void) | undefined;
}

function Step({ label, sign, onStep }: StepProps) {
  return (
    <Button
      look="plain"
      className={styles.step}
      aria-label={label}
      title={label}
      // A button that is disabled outright would drop the focus at the list's end.
      aria-disabled={onStep === undefined}
      onClick={onStep}
    >
      {sign}
    </Button>
  );
}

function covers(box: Element, item: Element): boolean {
  const a = box.getBoundingClientRect();
  const b = item.getBoundingClientRect();
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
