import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';

/** Where a dragged line would land: `from` is its place, `gap` the line between places, 0 to the number of lines. */
export interface Drag {
  readonly from: number;
  readonly gap: number;
}

/**
 * Reorders the children of a list by pointer. The list itself stays still until the pointer is let go, so that
 * nothing jumps under the finger; Escape leaves the order as it was.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
): {
  readonly drag: Drag | undefined;
  readonly onGrab: (event: PointerEvent<HTMLElement>, from: number) => void;
} {
  const [drag, setDrag] = useState<Drag>();
  const ended = useRef<AbortController>(undefined);
  useEffect(() => () => ended.current?.abort(), []);

  const onGrab = useCallback(
    (event: PointerEvent<HTMLElement>, from: number): void => {
      if (event.button !== 0 || !event.isPrimary || !list.current) return;
      event.preventDefault();
      const middles = [...list.current.children].map((line) => {
        const { top, height } = line.getBoundingClientRect();
        return top + height / 2;
      });
      ended.current?.abort();
      const end = (ended.current = new AbortController());
      const { signal } = end;
      const gapAt = (y: number): number => middles.filter((middle) => middle < y).length;
      const stop = (): void => {
        end.abort();
        setDrag(undefined);
      };
      const drop = ({ clientY }: { readonly clientY: number }): void => {
        const gap = gapAt(clientY);
        stop();
        const to = gap > from ? gap - 1 : gap;
        if (to !== from) onDrop(from, to);
      };
      setDrag({ from, gap: from });
      window.addEventListener('pointermove', ({ clientY }) => setDrag({ from, gap: gapAt(clientY) }), {
        signal,
      });
      window.addEventListener('pointerup', drop, { signal });
      window.addEventListener('pointercancel', stop, { signal });
      window.addEventListener('keydown', ({ key }) => key === 'Escape' && stop(), { signal });
    },
    [list, onDrop],
  );
  return { drag, onGrab };
}
