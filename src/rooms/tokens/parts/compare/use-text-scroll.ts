import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { TextRows } from '../../compare/text-rows.ts';
import { followScroll, type FollowedScroll } from './follow-scroll.ts';
import { rangeFrom, rangeIn, type RowRange } from './row-range.ts';

interface TextScrolling extends RowRange {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly spacer: RefObject<HTMLDivElement | null>;
  readonly block: RefObject<HTMLDivElement | null>;
  /** For the keys that browsers take to an end step by step. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Which rows of a text are in the page while it scrolls. `onShare`: told how far down the text the screen is, in [0, 1];
 * undefined while it shows all of it.
 */
export function useTextScroll(rows: TextRows, onShare: (share: number | undefined) => void): TextScrolling {
  const scroller = useRef<HTMLDivElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const block = useRef<HTMLDivElement>(null);
  const followed = useRef<FollowedScroll>(undefined);
  const [drawn, setDrawn] = useState(() => ({ rows, range: rangeFrom(rows, 0) }));
  const range = drawn.rows === rows ? drawn.range : rangeIn(rows, drawn.rows, drawn.range);

  useLayoutEffect(() => {
    if (scroller.current === null || spacer.current === null || block.current === null) return undefined;
    const parts = { scroller: scroller.current, spacer: spacer.current, block: block.current };
    const mine = followScroll(parts, (rows, range) => setDrawn({ rows, range }), onShare);
    followed.current = mine;
    return () => mine.stop();
  }, [onShare]);

  // After every drawing: columns that come, go or change give rows other heights.
  useLayoutEffect(() => followed.current?.drew(rows, range));

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey || event.target !== event.currentTarget) return;
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    followed.current?.go(event.key === 'Home' ? 0 : 1);
  }, []);
  return { scroller, spacer, block, onKeyDown, ...range };
}
