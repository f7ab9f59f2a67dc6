import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Playground } from './playground.ts';
import type { PlaygroundState } from './playground-state.ts';

export const PlaygroundContext = createContext<Playground | null>(null);

export function usePlayground(): Playground {
  const playground = use(PlaygroundContext);
  if (playground === null) throw new Error('usePlayground is for the inside of the Playground room');
  return playground;
}

/** One value of the room's state; the part renders again only when that value changes. */
export function usePlaygroundState<T>(select: (state: PlaygroundState) => T): T {
  return useStore(usePlayground().store, select);
}
