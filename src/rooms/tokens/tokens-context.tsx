import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { TokensRoomModel } from './create-tokens-room.ts';
import type { TokensState } from './tokens-state.ts';

export const TokensContext = createContext<TokensRoomModel | null>(null);

export function useTokensRoom(): TokensRoomModel {
  const room = use(TokensContext);
  if (room === null) throw new Error('useTokensRoom is for the inside of the Tokens room');
  return room;
}

/** One value of the room's state. */
export function useTokensState<T>(select: (state: TokensState) => T): T {
  return useStore(useTokensRoom().store, select);
}
