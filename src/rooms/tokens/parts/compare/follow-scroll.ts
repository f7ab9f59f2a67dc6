import { flushSync } from 'react-dom';
import { atFrame } from '../../../../ui/at-frame.ts';
import type { TextRows } from '../../compare/text-rows.ts';
import type { RowRange } from './row-range.ts';
import { TextScroll, type ScrollParts } from './text-scroll.ts';

/**
 * Milliseconds without scrolling, keys, wheel or touch after which somebody has stopped. A scrollbar that is set while a smooth
 * move is under way, or about to be, would be taken on from its old place.
 */
const pause = 400;
/** What may be the beginning of scrolling. */
const causes = ['scroll', 'wheel', 'keydown', 'pointerdown', 'touchstart', 'touchmove'] as const;

export interface FollowedScroll {
  readonly drew: (rows: TextRows, range: RowRange) => void;
  readonly go: (share: 0 | 1) => void;
  readonly stop: () => void;
}

/**
 * Tells a `TextScroll` of what the browser does, and has React draw what it asks for: at once, so that no picture is without its
 * rows.
 */
export function followScroll(
  parts: ScrollParts,
  onRange: (rows: TextRows, range: RowRange) => void,
  onShare: (share: number | undefined) => void,
): FollowedScroll {
  const { scroller, block } = parts;
  let isDrawing = false;
  const scroll = new TextScroll(parts, (rows, range) => {
    // subtle: within an effect React draws again by itself, and refuses to be pressed.
    if (isDrawing) onRange(rows, range);
    else flushSync(() => onRange(rows, range));
  });
  const tell = (): void => onShare(scroll.share);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => scroll.rested(), pause);
  };
  const onScroll = (): void => {
    scroll.scrolled();
    tell();
  };
  const ended = new AbortController();
  const listening = { passive: true, signal: ended.signal };
  scroller.addEventListener('scroll', onScroll, listening);
  for (const cause of causes) scroller.addEventListener(cause, wait, listening);
  let forget = (): void => undefined;
  const sizes =
    typeof ResizeObserver === 'undefined'
      ? undefined
      : new ResizeObserver((entries) => {
          const isScroller = entries.some(({ target }) => target === scroller);
          // subtle: what is told here must not change sizes again, so it waits for the next picture.
          forget();
          forget = atFrame(() => (isScroller ? scroll.resized() : scroll.settle()));
        });
  sizes?.observe(scroller);
  sizes?.observe(block);
  return {
    drew(rows, range) {
      isDrawing = true;
      try {
        scroll.drew(rows, range);
      } finally {
        isDrawing = false;
      }
      tell();
    },
    go: (share) => scroll.go(share),
    stop() {
      clearTimeout(timer);
      ended.abort();
      sizes?.disconnect();
      forget();
    },
  };
}
