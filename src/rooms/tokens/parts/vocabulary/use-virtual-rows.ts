import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Rows in the page before and after those on the screen. */
const overscan = 8;

interface VirtualRows {
  /** Those that belong in the page; `top` in px from the top of the first one. */
  readonly rows: readonly { readonly index: number; readonly top: number }[];
  /** Of all rows, in px. */
  readonly height: number;
  /** How many the screen shows. */
  readonly page: number;
  /** Scrolls as little as it takes to show a row. */
  readonly reveal: (index: number) => void;
}

/** Which of `count` rows of equal height are near the screen. A heading as high as a row stays at the scroller's top. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): VirtualRows {
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by what it returns
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    // subtle: rows are laid out anew when this changes, and not for another `estimateSize`.
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
    // subtle: it would draw within a layout effect, which React refuses.
    useFlushSync: false,
  });
  return {
    rows: virtual.getVirtualItems().map(({ index, start }) => ({ index, top: start - rowHeight })),
    height: count * rowHeight,
    page: Math.max(1, Math.floor((virtual.scrollRect?.height ?? 0) / rowHeight) - 2),
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}
