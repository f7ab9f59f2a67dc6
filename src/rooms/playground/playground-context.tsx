import { createContext, use, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { atFrame, calmly, paced, type Subscribe } from './paced.ts';
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

/** How often a part is told of changes: once a frame, or at most ten times a second. */
type Pace = 'frame' | 'calm';

/** One for all parts of a room, so that they are told together. */
const subscriptions = new WeakMap<Playground, Readonly<Record<Pace, Subscribe>>>();

function subscriptionsOf(playground: Playground): Readonly<Record<Pace, Subscribe>> {
  const known = subscriptions.get(playground);
  if (known !== undefined) return known;
  const { subscribe, getState } = playground.store;
  let told: PlaygroundState['trace'];
  // A new distribution changes most of the page; the tokens of the text that it follows are drawn first.
  const isAnother = (): boolean => {
    const { trace, fresh } = getState();
    const another = fresh && trace !== told;
    told = trace;
    return another;
  };
  const made = { frame: paced(subscribe, atFrame(isAnother)), calm: paced(subscribe, calmly()) };
  subscriptions.set(playground, made);
  return made;
}

/**
 * The same, for what costs time to draw and holds no value of a control: many changes between two frames are drawn as
 * one. The value of an input must not wait, or the browser and React disagree on it.
 */
export function usePacedState<T>(select: (state: PlaygroundState) => T, pace: Pace = 'frame'): T {
  const playground = usePlayground();
  return useSyncExternalStore(subscriptionsOf(playground)[pace], () => select(playground.store.getState()));
}
