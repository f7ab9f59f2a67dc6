import type { FocusEvent, PointerEvent } from 'react';
import type { TokenId } from '../../../../core/numbers/units.ts';

/** Handlers that tell which token, by `data-id`, the pointer or the focus is on. */
export function activeAt(onActive: (id: TokenId | undefined) => void) {
  return {
    onPointerOver: ({ target }: PointerEvent) => onActive(idAt(target)),
    onPointerLeave: () => onActive(undefined),
    onFocusCapture: ({ target }: FocusEvent) => onActive(idAt(target)),
    onBlur: () => onActive(undefined),
  };
}

function idAt(target: EventTarget): TokenId | undefined {
  const id = target instanceof Element && target.closest<HTMLElement>('[data-id]')?.dataset['id'];
  return typeof id === 'string' ? Number(id) : undefined;
}
