import { useEffect, useState } from 'react';

export interface Playback {
  /** Steps that have been made, 0 to `count`. */
  readonly at: number;
  readonly count: number;
  readonly playing: boolean;
  /** To a step, and stops there. */
  readonly go: (at: number) => void;
  /** Plays on, from the start when at the end; or pauses. */
  readonly toggle: () => void;
}

/** Milliseconds: a step at its slowest and fastest, and a whole piece if its steps lie between. */
const slowest = 800;
const fastest = 60;
const whole = 10_000;

/** Where in the steps of `subject` one is. Another subject is shown with all its steps made. */
export function usePlayback(subject: unknown, count: number): Playback {
  const [held, setHeld] = useState({ subject, at: count, playing: false });
  const { at, playing } = held.subject === subject ? held : { at: count, playing: false };
  const pause = Math.min(slowest, Math.max(fastest, whole / count));
  useEffect(() => {
    if (!playing) return undefined;
    const next = () => setHeld({ subject, at: at + 1, playing: at + 1 < count });
    const timer = setTimeout(next, pause);
    return () => clearTimeout(timer);
  }, [subject, at, count, playing, pause]);
  return {
    at,
    count,
    playing,
    go: (to) => setHeld({ subject, at: Math.max(0, Math.min(count, to)), playing: false }),
    toggle: () => setHeld({ subject, at: !playing && at === count ? 0 : at, playing: !playing }),
  };
}
