import type { Clock } from '../../state/room-services.ts';

/** Resolves after a time, or at once when the signal is aborted. */
export function waited(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(milliseconds, resolve);
    signal.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
