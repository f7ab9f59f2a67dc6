import { useMemo } from 'react';
import { valueOf } from '../../../state/async.ts';
import { useFaultSentence } from '../../../ui/fault-words.tsx';
import { bilingual, useCopy } from '../../../ui/language.tsx';
import { later } from '../../../ui/later.tsx';
import type { InsideState } from '../parts/inside/inside-panel.tsx';
import { usePacedState, usePlayground, usePlaygroundState } from '../playground-context.tsx';
import { Panel } from './panel.tsx';
import styles from './panel.module.css';

const copy = bilingual(
  { title: 'Inside the model', hint: 'logit lens and attention' },
  { title: 'モデルの中を見る', hint: 'ロジットレンズとアテンション' },
);

/** Its tables come when they are asked for. */
const InsidePanel = later(
  () => import('../parts/inside/inside-panel.tsx').then((part) => part.InsidePanel),
  () => <div className={styles['waiting']} />,
);

/** A panel of its own below the loop. */
export function InsideSection() {
  const playground = usePlayground();
  const words = useCopy(copy);
  return (
    <Panel
      title={words.title}
      hint={words.hint}
      open={usePlaygroundState((state) => state.insideOpen)}
      onOpen={playground.setInsideOpen}
    >
      <TheInside />
    </Panel>
  );
}

function TheInside() {
  const playground = usePlayground();
  return (
    <InsidePanel
      state={useInsideState()}
      vocabulary={usePlaygroundState((state) => valueOf(state.vocabulary))}
      activeId={usePacedState((state) => state.activeId)}
      onActive={playground.setActive}
    />
  );
}

function useInsideState(): InsideState {
  const playground = usePlayground();
  const sentence = useFaultSentence();
  const inside = usePacedState((state) => state.inside);
  const answering = usePacedState((state) => state.answering);
  const coming = usePacedState((state) => (state.model.phase === 'running' ? state.modelId : undefined));
  return useMemo(() => {
    if (answering?.capabilities.inside === false)
      return {
        phase: 'none',
        model: answering.id,
        coming: coming === answering.id ? undefined : coming,
      };
    if (inside.phase === 'failed')
      return { phase: 'failed', sentence: sentence(inside.fault), onRetry: playground.lookAgain };
    const view = valueOf(inside);
    if (view === undefined) return { phase: 'loading' };
    return { phase: 'ready', view, busy: inside.phase === 'running' };
  }, [inside, answering, coming, sentence, playground]);
}
