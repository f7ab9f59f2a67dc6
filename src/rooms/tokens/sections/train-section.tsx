import { useRef, useState } from 'react';
import type { PreSplit } from '../../../core/bpe/learned-bpe.ts';
import type { Comparison } from '../compare/create-comparison.ts';
import { faultOf } from '../../../state/fault-of.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { useCopy } from '../../../ui/language.tsx';
import { copy } from '../copy.ts';
import { TrainPanel } from '../parts/train/train-panel.tsx';
import type { TrainState } from '../parts/train/train-state.ts';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
import styles from '../tokens-room.module.css';

interface TrainSectionProps {
  readonly comparison: Comparison;
  /** A split of the reader's own is there, or another one of its kind. */
  readonly onMade: (id: 'own' | 'file') => void;
}

/** Splits of the reader's own: a BPE that is learned from the text, and a `tokenizer.json`. */
export function TrainSection({ comparison, onMade }: TrainSectionProps) {
  const text = useTokensState((state) => state.text);
  const [size, setSize] = useState(512);
  const [preSplit, setPreSplit] = useState<PreSplit>('gpt2');
  const [made, setMade] = useState('');
  const { state, train, cancel } = useTraining(comparison, onMade);
  const wanted = `${String(size)} ${preSplit} ${text}`;
  return (
    <>
      <TrainPanel
        size={size}
        onSize={setSize}
        preSplit={preSplit}
        onPreSplit={setPreSplit}
        textLength={text.length}
        state={state}
        stale={made !== wanted}
        onTrain={() => {
          setMade(wanted);
          void train({ text, size, preSplit });
        }}
        onCancel={cancel}
      />
      <TokenizerFile comparison={comparison} onMade={onMade} />
    </>
  );
}

function useTraining(comparison: Comparison, onMade: TrainSectionProps['onMade']) {
  const [state, setState] = useState<TrainState>({ phase: 'idle' });
  const running = useRef<AbortController>(undefined);
  async function train(args: Parameters<Comparison['learn']>[0]): Promise<void> {
    running.current?.abort();
    const mine = new AbortController();
    const { signal } = mine;
    running.current = mine;
    const total = args.size - 256;
    const last = state.phase === 'done' ? state.value : state.phase === 'idle' ? undefined : state.last;
    setState({ phase: 'running', done: 0, total, last });
    try {
      const bpe = await comparison.learn(args, {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) setState({ phase: 'running', ...progress, last });
        },
      });
      if (signal.aborted) return;
      setState({ phase: 'done', value: { bpe, wanted: total } });
      onMade('own');
    } catch (error) {
      if (!signal.aborted) setState({ phase: 'failed', fault: faultOf(error), last });
    }
  }
  function cancel(): void {
    running.current?.abort();
    setState((now) => {
      const last = now.phase === 'running' ? now.last : undefined;
      return last === undefined ? { phase: 'idle' } : { phase: 'done', value: last };
    });
  }
  return { state, train, cancel };
}

function TokenizerFile({ comparison, onMade }: TrainSectionProps) {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const open = (file: File): void => {
    comparison.openFile(file).then(
      () => onMade('file'),
      (error: unknown) => room.notify(faultOf(error)),
    );
  };
  return (
    <p className={styles['bar']}>
      <FileButton label={words.tokenizerFile} accept=".json,application/json" onFile={open} />
      <span className={styles['soft']}>{words.tokenizerHint}</span>
    </p>
  );
}
