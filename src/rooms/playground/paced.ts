/** How often a part that costs time to draw is told of changes: once a frame, or at most ten times a second. */
export type Pace = 'frame' | 'calm';

export type Subscribe = (changed: () => void) => () => void;

/** Milliseconds between two tellings at the calm pace. */
const calm = 100;

/**
 * A subscription that tells of many changes at once, all its listeners together. What is read is always the newest;
 * only the telling waits, so that a slider that moves twice between two frames has its picture drawn once.
 */
export function paced(subscribe: Subscribe, pace: Pace): Subscribe {
  const later = pace === 'frame' ? atFrame : whenCalm();
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

function atFrame(run: () => void): () => void {
  // A page in the background has no frames, but must be right when it comes to the front.
  if (document.hidden) return after(calm, run);
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
}

/** The first change after a quiet time is told at the next frame. */
function whenCalm(): (run: () => void) => () => void {
  let last = -Infinity;
  return (run) => {
    const tell = (): void => {
      last = performance.now();
      run();
    };
    const wait = last + calm - performance.now();
    return wait <= 0 ? atFrame(tell) : after(wait, tell);
  };
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
