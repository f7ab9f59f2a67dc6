import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { bpeSizes, type PreSplit } from '../../../core/bpe/learned-bpe.ts';
import { faultOf } from '../../../state/fault-of.ts';
import type { Comparison } from '../compare/create-comparison.ts';
import type { LearnedFrom } from '../compare/makings.ts';
import { TrainPanel } from '../parts/train/train-panel.tsx';
import { learnedOf, type Learned, type TrainState } from '../parts/train/train-state.ts';
import { useTokensState } from '../tokens-context.tsx';

interface TrainSectionProps {
  readonly comparison: Comparison;
  /** A split of the reader's own is there, or another one in its place. */
  readonly onMade: (id: 'own') => void;
}

/** A BPE that is learned from the text. */
export function TrainSection({ comparison, onMade }: TrainSectionProps) {
  const text = useTokensState((state) => state.text);
  const own = useStore(comparison.makings, (state) => state.own);
  const [size, setSize] = useState(own?.from.size ?? 512);
  const [preSplit, setPreSplit] = useState<PreSplit>(own?.from.preSplit ?? 'gpt2');
  const { state, train, cancel } = useTraining(comparison, onMade);
  const { from } = own ?? {};
  return (
    <TrainPanel
      size={size}
      onSize={setSize}
      preSplit={preSplit}
      onPreSplit={setPreSplit}
      textLength={text.length}
      state={state}
      stale={from?.size !== size || from.preSplit !== preSplit || from.text !== text}
      onTrain={() => void train({ text, size, preSplit })}
      onCancel={cancel}
    />
  );
}

function useTraining(comparison: Comparison, onMade: TrainSectionProps['onMade']) {
  const [state, setState] = useState<TrainState>(() => stateFrom(comparison));
  const running = useRef<AbortController>(undefined);
  async function train(from: LearnedFrom): Promise<void> {
    running.current?.abort();
    const mine = new AbortController();
    const { signal } = mine;
    running.current = mine;
    const wanted = from.size - bpeSizes.min;
    const last = learnedOf(state);
    setState({ phase: 'running', done: 0, total: wanted, last });
    try {
      const bpe = await comparison.learn(from, {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) setState({ phase: 'running', ...progress, last });
        },
      });
      if (signal.aborted) return;
      setState({ phase: 'done', value: { bpe, wanted } });
      onMade('own');
    } catch (error) {
      if (!signal.aborted) setState({ phase: 'failed', fault: faultOf(error), last });
    }
  }
  function cancel(): void {
    running.current?.abort();
    setState((now) => ({ phase: 'cancelled', last: learnedOf(now) }));
  }
  return { state, train, cancel };
}

/** What was learned before the tab was left. */
function stateFrom({ makings }: Comparison): TrainState {
  const { own } = makings.getState();
  if (own === undefined) return { phase: 'idle' };
  const value: Learned = { bpe: own.bpe, wanted: own.from.size - bpeSizes.min };
  return { phase: 'done', value };
}
