import { useCallback, useState, type FocusEvent, type KeyboardEvent } from 'react';

interface Roving {
  /** Which of the items Tab reaches. */
  readonly reachable: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/** Arrow keys, Home and End move the focus among the `[data-place]` of a box; rows are `columns` long. */
export function useRoving(count: number, columns = 1): Roving {
  const [place, setPlace] = useState(0);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const now = placeOf(event.target);
      if (now === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = {
        ArrowRight: now + 1,
        ArrowLeft: now - 1,
        ArrowDown: now + columns,
        ArrowUp: now - columns,
        Home: 0,
        End: count - 1,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
    },
    [columns, count],
  );
  const onFocus = useCallback((event: FocusEvent) => {
    const now = placeOf(event.target);
    if (now !== undefined) setPlace(now);
  }, []);
  return { reachable: Math.min(place, count - 1), onKeyDown, onFocus };
}

function placeOf(target: EventTarget): number | undefined {
  const place = target instanceof Element && target.closest<HTMLElement>('[data-place]')?.dataset['place'];
  return typeof place === 'string' ? Number(place) : undefined;
}
