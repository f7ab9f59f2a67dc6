import { useMemo } from 'react';
import type { StageName } from '../../../core/sampling/stages.ts';
import { valueOf } from '../../../state/async.ts';
import { biasRecord } from '../bias-entries.ts';
import { encodingIn } from '../reading-encoding.ts';
import { LiveSampler } from '../live/live-parts.ts';
import { Controls } from '../parts/controls/controls.tsx';
import type { StageFact } from '../parts/controls/stage-fact.ts';
import { usePacedState, usePlayground, usePlaygroundState } from '../playground-context.tsx';
import styles from '../playground-room.module.css';
import { BiasSection } from './bias-section.tsx';

export function ControlsSection() {
  const playground = usePlayground();
  const trace = usePacedState((state) => state.trace);
  const vocabularySize = usePlaygroundState((state) => valueOf(state.vocabulary)?.size ?? 0);
  const bias = usePlaygroundState((state) => state.bias);
  const encoding = usePlaygroundState(encodingIn);
  const biasCount = useMemo(() => Object.keys(biasRecord(bias, encoding)).length, [bias, encoding]);
  const facts = useMemo(() => {
    const byStage: Partial<Record<StageName, StageFact>> = {};
    for (const { stage, removed, note } of trace?.stages ?? []) byStage[stage] = { removed, note };
    return byStage;
  }, [trace]);
  return (
    <div className={styles['controls']}>
      {usePlaygroundState((state) => state.live !== undefined) && <LiveSampler />}
      <Controls
        settings={usePlaygroundState((state) => state.settings)}
        onChange={playground.setSettings}
        seed={usePlaygroundState((state) => state.seed)}
        onSeed={playground.setSeed}
        vocabularySize={vocabularySize}
        biasCount={biasCount}
        facts={facts}
      />
      <BiasSection />
    </div>
  );
}
