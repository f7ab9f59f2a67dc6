import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { usePlaygroundState } from '../playground-context.tsx';
import type { LiveRoom } from './live-room.ts';
import { initialLiveState, type LiveState } from './live-state.ts';

const nothing: Pick<StoreApi<LiveState>, 'subscribe' | 'getState' | 'getInitialState'> = {
  subscribe: () => () => undefined,
  getState: () => initialLiveState,
  getInitialState: () => initialLiveState,
};

/** The live model's part of the room; undefined until its code is there. */
export function useLiveRoom(): LiveRoom | undefined {
  return usePlaygroundState((state) => state.liveRoom);
}

/** One value of its state. */
export function useLiveState<T>(select: (state: LiveState) => T): T {
  return useStore(useLiveRoom()?.store ?? nothing, select);
}
