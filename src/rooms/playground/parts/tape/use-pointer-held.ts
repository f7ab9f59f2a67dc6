import { useSyncExternalStore } from 'react';

let held = false;

function watch(changed: () => void): () => void {
  const set = (now: boolean) => () => {
    held = now;
    changed();
  };
  const [down, up] = [set(true), set(false)];
  addEventListener('pointerdown', down, { capture: true });
  addEventListener('pointerup', up, { capture: true });
  addEventListener('pointercancel', up, { capture: true });
  return () => {
    removeEventListener('pointerdown', down, { capture: true });
    removeEventListener('pointerup', up, { capture: true });
    removeEventListener('pointercancel', up, { capture: true });
  };
}

/** Whether something is being dragged, anywhere on the page: what follows the finger must not glide behind it. */
export function usePointerHeld(): boolean {
  return useSyncExternalStore(
    watch,
    () => held,
    () => false,
  );
}
