import type { StoreApi } from 'zustand/vanilla';
import type { Clock } from '../../state/room-services.ts';
import type { Drawing } from './drawing.ts';
import type { PlaygroundState } from './playground-state.ts';
import { waited } from './waited.ts';

/** Steps at the chosen speed until paused, ended, or refused. */
export function createPlayer(store: StoreApi<PlaygroundState>, drawing: Drawing, clock: Clock) {
  let running: AbortController | undefined;

  async function run(signal: AbortSignal): Promise<void> {
    let due = clock.now();
    while (!signal.aborted) {
      if (!(await drawing.step())) break;
      const { ended, pastEnd, speed } = store.getState();
      if (signal.aborted || (ended && !pastEnd)) break;
      // subtle: the next step is due from when this one was, so that the model's own time does not slow the beat.
      due = Math.max(due + 1000 / speed, clock.now());
      await waited(clock, due - clock.now(), signal);
    }
  }

  async function play(): Promise<void> {
    if (running !== undefined) return;
    running = new AbortController();
    const { signal } = running;
    store.setState({ playing: true });
    try {
      await run(signal);
    } finally {
      if (running?.signal === signal) pause();
    }
  }

  function pause(): void {
    running?.abort();
    running = undefined;
    store.setState({ playing: false });
  }

  return { play, pause };
}
