import type { StoreApi } from 'zustand/vanilla';
import { fault, type Fault } from '../../../shared/fault.ts';
import type { PlaygroundState } from './playground-state.ts';

/** Something that works beside the room. */
interface Helper {
  retry(): void;
  stop(): void;
}

/**
 * A helper whose code is fetched when the state first wants it. When it cannot be had it is fetched anew by `retry`, or when
 * it is wanted again after it was not.
 */
export function whenWanted(
  store: StoreApi<PlaygroundState>,
  wanted: (state: PlaygroundState) => boolean,
  fetchHelper: () => Promise<Helper>,
  failed: (reason: Fault) => void,
): Helper {
  let helper: Helper | undefined;
  let phase: 'idle' | 'asked' | 'failed' = 'idle';
  let stopped = false;

  async function wake(): Promise<void> {
    phase = 'asked';
    try {
      const made = await fetchHelper();
      if (stopped) return made.stop();
      helper = made;
      made.retry();
    } catch (error) {
      phase = 'failed';
      failed(fault('offline', String(error)));
    }
  }

  const unsubscribe = store.subscribe((state) => {
    if (phase === 'asked') return;
    if (!wanted(state)) phase = 'idle';
    else if (phase === 'idle') void wake();
  });
  return {
    retry: () => (helper === undefined ? void wake() : helper.retry()),
    stop(): void {
      stopped = true;
      unsubscribe();
      helper?.stop();
    },
  };
}
