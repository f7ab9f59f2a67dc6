import { useCallback } from 'react';
import { faultOf } from '../../state/fault-of.ts';
import { playgroundLink } from '../../state/playground-link.ts';
import { useTokensRoom } from './tokens-context.tsx';

/** Opens the Playground with a text or a bias; what hinders it is told of in this room. */
export function useOpenPlayground(): (to: Parameters<typeof playgroundLink>[0]) => void {
  const room = useTokensRoom();
  return useCallback(
    (to) => {
      playgroundLink(to).then(
        (address) => {
          if (address.ok) location.assign(new URL(`.${address.value}`, document.baseURI).href);
          else room.notify(address.fault);
        },
        (error: unknown) => room.notify(faultOf(error)),
      );
    },
    [room],
  );
}
