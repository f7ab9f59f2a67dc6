import { createContext, use, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** The place in the page's header that the open room may fill; null until the header is there. */
export const HeaderSlot = createContext<HTMLElement | null>(null);

/** Shows a room's own controls in the header. */
export function InHeader({ children }: { readonly children: ReactNode }) {
  const slot = use(HeaderSlot);
  return slot && createPortal(children, slot);
}
