import { useMemo } from 'react';
import { valueOf } from '../../../../state/async.ts';
import { useFaultSentence } from '../../../../ui/fault-words.tsx';
import { liveFaultCopy } from '../../../../ui/live-fault-copy.ts';
import { useMedia } from '../../../../ui/use-media.ts';
import { LiveNextToken, type LiveNextTokenState } from '../../parts/live-next-token/live-next-token.tsx';
import { usePlayground, usePlaygroundState } from '../../playground-context.tsx';
import styles from '../../playground-room.module.css';
import { biasIsLost } from '../live-stages.ts';
import { thereSettings } from '../there-settings.ts';
import { useLivePick, placeOf } from '../use-live-pick.ts';
import { useLiveRoom, useLiveState } from '../use-live.ts';

/** On a phone the table is as high as its rows. */
const rowsOnPhone = 8;

export function LiveNextTokenSection() {
  const playground = usePlayground();
  const room = useLiveRoom();
  const model = usePlaygroundState((state) => state.live);
  const scale = usePlaygroundState((state) => state.scale);
  const pick = useLivePick();
  const narrow = useMedia('(max-width: 760px)');
  return (
    <div className={styles['next']}>
      <LiveNextToken
        state={useLiveNextTokenState()}
        model={model ?? ''}
        picked={placeOf(pick)}
        remainderPicked={pick?.kind === 'remainder'}
        onTake={(index) => void room?.take(index)}
        scale={scale}
        onScale={playground.setScale}
        rows={narrow ? rowsOnPhone : 'fill'}
      />
    </div>
  );
}

function useLiveNextTokenState(): LiveNextTokenState {
  const sentence = useFaultSentence(liveFaultCopy);
  const room = useLiveRoom();
  const capabilities = useLiveState((state) => state.capabilities);
  const answer = useLiveState((state) => state.answer);
  const trace = useLiveState((state) => state.trace);
  const lost = usePlaygroundState(biasIsLost);
  const settings = usePlaygroundState((state) => state.settings);
  const playground = usePlayground();
  return useMemo(() => {
    if (room === undefined) return { phase: 'loading', what: 'connecting' };
    const failed = [capabilities, answer].find((part) => part.phase === 'failed');
    const fault = failed?.phase === 'failed' ? failed.fault : trace?.ok === false ? trace.fault : undefined;
    if (fault !== undefined) return { phase: 'failed', sentence: sentence(fault), onRetry: room.askAgain };
    const said = valueOf(answer);
    if (said === undefined || trace === undefined || !trace.ok)
      return { phase: 'loading', what: capabilities.phase === 'done' ? 'asking' : 'probing' };
    const there = said.sampler === 'there';
    return {
      phase: 'ready',
      trace: trace.value,
      capabilities: said.capabilities,
      askedAs: said.next.askedAs,
      dropped: said.next.dropped,
      unsent: there ? thereSettings({ ...playground.store.getState(), settings }).unsent : [],
      there,
      biasLost: lost,
      stale: answer.phase === 'running',
    };
  }, [room, capabilities, answer, trace, lost, settings, sentence, playground]);
}
