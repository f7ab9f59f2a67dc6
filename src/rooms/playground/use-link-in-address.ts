import { useEffect } from 'react';
import type { Playground } from './playground.ts';

/**
 * Starts the room with the link in the address, if there is one, and opens one that is put there later.
 * The fragment then goes: it would replace the reader's own changes at the next reload.
 */
export function useLinkInAddress(playground: Playground): void {
  useEffect(() => {
    const { hash } = location;
    clear(hash);
    void playground.start(hash);
    const onHash = () => {
      const later = location.hash;
      clear(later);
      void playground.openLink(later);
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, [playground]);
}

function clear(hash: string): void {
  if (hash.startsWith('#v')) history.replaceState(history.state, '', location.pathname + location.search);
}
