import { atFrame as frame } from '../../ui/at-frame.ts';

export type Subscribe = (changed: () => void) => () => void;

/** Runs something later; what it returns cancels that. */
type Later = (run: () => void) => () => void;

/**
 * A subscription that tells of many changes at once, all its listeners together. What is read is always the newest;
 * only the telling waits, so that a slider that moves twice between two frames has its picture drawn once.
 */
export function paced(subscribe: Subscribe, later: Later): Subscribe {
  const listeners = new Set<() => void>();
  let stop: (() => void) | undefined;
  let cancel: (() => void) | undefined;

  function tell(): void {
    cancel = undefined;
    // subtle: in one task, so that React draws once for all of them.
    for (const changed of [...listeners]) changed();
  }
  return (changed) => {
    listeners.add(changed);
    stop ??= subscribe(() => (cancel ??= later(tell)));
    return () => {
      listeners.delete(changed);
      if (listeners.size > 0) return;
      cancel?.();
      stop?.();
      cancel = stop = undefined;
    };
  };
}

/** At the next frame; what takes long waits until that frame is on the screen. */
export function atFrame(takesLong: () => boolean = () => false): Later {
  return (run) => {
    const begin = (): void => {
      if (takesLong()) cancel = after(0, run);
      else run();
    };
    // A page in the background has no frames, but must be right when it comes to the front.
    let cancel = document.hidden ? after(calm, begin) : frame(begin);
    return () => cancel();
  };
}

/** Milliseconds between two tellings at a calm pace. */
const calm = 100;

/** Ten times a second at most. The first change after a quiet time is told at the next frame. */
export function calmly(): Later {
  const next = atFrame();
  let last = -Infinity;
  return (run) => {
    const tell = (): void => {
      last = performance.now();
      run();
    };
    const wait = last + calm - performance.now();
    return wait <= 0 ? next(tell) : after(wait, tell);
  };
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
