import { useCallback, useRef, useState, type MouseEvent, type RefObject } from 'react';

/** The token whose details are open. */
export interface Opened {
  /** Another one for each time that details are opened, for a box of its own. */
  readonly key: number;
  /** Counted from the start of the text. */
  readonly index: number;
}

/** Which token of a list has its details open. Its items know their place by `aria-posinset`, so they carry nothing more. */
export function useOpened(list: RefObject<HTMLElement | null>) {
  const [opened, setOpened] = useState<Opened>();
  const pressed = useRef<number>(undefined);

  const itemOf = useCallback(
    (index: number) => {
      const item = list.current?.querySelector(`[aria-posinset="${index + 1}"]`);
      return item instanceof HTMLElement ? item : undefined;
    },
    [list],
  );
  const open = (index: number): void => setOpened((now) => ({ key: (now?.key ?? 0) + 1, index }));

  return {
    opened,
    itemOf,
    open,
    /** To another token, in the same box. */
    goTo: (index: number): void => setOpened((now) => now && { ...now, index }),
    /** By key or button: the focus goes back to the item. */
    close(): void {
      if (opened !== undefined) itemOf(opened.index)?.focus();
      setOpened(undefined);
    },
    /** By a press elsewhere. */
    leave: (key: number): void => setOpened((now) => (now?.key === key ? undefined : now)),
    onPointerDown(): void {
      pressed.current = opened?.index;
    },
    onClick({ target }: MouseEvent): void {
      const index = indexAt(target);
      // A press on the token whose details stood open has closed them.
      if (index !== undefined && index !== pressed.current) open(index);
      pressed.current = undefined;
    },
  };
}

/** Of the item that an element is in. */
export function indexAt(target: EventTarget): number | undefined {
  const item = target instanceof Element ? target.closest('[aria-posinset]') : null;
  return item === null ? undefined : Number(item.getAttribute('aria-posinset')) - 1;
}
