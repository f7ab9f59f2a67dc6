import { useMemo } from 'react';
import { usePlaygroundState } from '../playground-context.tsx';
import { livePick } from './live-pick.ts';
import type { LivePick } from './live-state.ts';
import { useLiveState } from './use-live.ts';

/** What Step would add now. */
export function useLivePick(): LivePick | undefined {
  const answer = useLiveState((state) => state.answer);
  const trace = useLiveState((state) => state.trace);
  const u = usePlaygroundState((state) => state.u);
  return useMemo(() => livePick({ answer, trace }, u), [answer, trace, u]);
}

/** Place in the list of what is drawn. */
export function placeOf(pick: LivePick | undefined): number | undefined {
  return pick?.kind === 'token' && pick.index >= 0 ? pick.index : undefined;
}
