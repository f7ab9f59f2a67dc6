import { useMemo } from 'react';
import { valueOf } from '../../../../state/async.ts';
import { useFaultSentence } from '../../../../ui/fault-words.tsx';
import { liveFaultCopy } from '../../../../ui/live-fault-copy.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { Paths } from '../../parts/paths/paths.tsx';
import { RawPanel } from '../../parts/raw/raw-panel.tsx';
import { usePlayground, usePlaygroundState } from '../../playground-context.tsx';
import { Panel } from '../../sections/panel.tsx';
import { liveWords } from '../live-words.ts';
import { useLiveRoom, useLiveState } from '../use-live.ts';

/** Below the screen that the loop fills: what was asked and answered, and runs of the model laid over one another. */
export function LivePanelsSection() {
  const playground = usePlayground();
  const words = useCopy(liveWords);
  return (
    <>
      <Panel
        title={words.paths}
        hint={words.pathsHint}
        open={usePlaygroundState((state) => state.pathsOpen)}
        onOpen={playground.setPathsOpen}
      >
        <ThePaths />
      </Panel>
      <Panel
        title={words.raw}
        hint={words.rawHint}
        open={usePlaygroundState((state) => state.rawOpen)}
        onOpen={playground.setRawOpen}
      >
        <TheExchanges />
      </Panel>
    </>
  );
}

function TheExchanges() {
  const asked = useLiveState((state) => state.asked);
  return (
    <RawPanel exchanges={useLiveState((state) => state.exchanges)} asked={asked} origin={location.origin} />
  );
}

function ThePaths() {
  const room = useLiveRoom();
  const sentence = useFaultSentence(liveFaultCopy);
  const model = usePlaygroundState((state) => state.live);
  const capabilities = useLiveState((state) => valueOf(state.capabilities));
  const paths = useLiveState((state) => state.paths);
  const n = useLiveState((state) => state.pathCount);
  const length = useLiveState((state) => state.pathLength);
  const state = useMemo(
    () =>
      paths.phase === 'failed'
        ? { phase: paths.phase, sentence: sentence(paths.fault), paths: paths.paths }
        : paths,
    [paths, sentence],
  );
  if (room === undefined || capabilities === undefined) return null;
  return (
    <Paths
      state={state}
      model={model ?? ''}
      canContinue={capabilities.endpoints.completions || capabilities.prefill === true}
      cost={room.costOfPaths}
      n={n}
      length={length}
      onN={room.setPathCount}
      onLength={room.setPathLength}
      onRun={() => void room.runPaths()}
      onCancel={room.cancelPaths}
    />
  );
}
