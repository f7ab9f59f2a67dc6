import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { bpeSizes, type PreSplit } from '../../../../core/bpe/learned-bpe.ts';
import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { Choice } from '../../../../ui/choice.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { FaultWords } from '../../../../ui/fault-words.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import { Slider } from '../../../../ui/slider.tsx';
import { copy, type TrainWords } from './copy.ts';
import { LearnedList } from './learned-list.tsx';
import { learnedOf, type TrainState } from './train-state.ts';
import styles from './train.module.css';

/** Sizes to jump to: so many tokens, 256 of them bytes. */
const marks = [256, 512, 1024, 2048, 4096, 8192] as const;
const sizeStep = 64;

export interface TrainPanelProps {
  /** Tokens wanted in the vocabulary, 256 to 8,192. */
  readonly size: number;
  readonly onSize: (size: number) => void;
  readonly preSplit: PreSplit;
  readonly onPreSplit: (preSplit: PreSplit) => void;
  /** UTF-16 units of the text that would be learned from. */
  readonly textLength: number;
  readonly state: TrainState;
  /** Text, size or cut are others than those of what was learned. */
  readonly stale: boolean;
  readonly onTrain: () => void;
  readonly onCancel: () => void;
}

/** One's own byte-pair encoding: how large, from what, how far, and the merges that were learned. */
export function TrainPanel(props: TrainPanelProps) {
  const { size, onSize, preSplit, onPreSplit, textLength, state, stale, onTrain, onCancel } = props;
  const words = useCopy(copy);
  const running = state.phase === 'running';
  const learned = learnedOf(state);
  const start = useRef<HTMLButtonElement>(null);
  const cancel = (): void => {
    flushSync(onCancel);
    // The button that was pressed is gone; whoever uses keys goes on from here.
    start.current?.focus();
  };
  const [ids, merges] = [formatCount(size), formatCount(size - bpeSizes.min)];
  return (
    <section className={styles['panel']} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className={styles['about']}>{words.about}</p>
      <div className={styles['size']}>
        <span aria-hidden="true">{words.size}</span>
        <Slider
          label={words.size}
          value={size}
          onChange={onSize}
          min={bpeSizes.min}
          max={bpeSizes.max}
          step={sizeStep}
          valueText={words.sizeSpoken(ids, merges)}
          disabled={running}
        />
        <span className={styles['figure']}>{words.sizeShown(ids, merges)}</span>
      </div>
      <div className={styles['marks']} role="group" aria-label={words.marks}>
        {marks.map((mark) => (
          <Button
            key={mark}
            look="plain"
            aria-pressed={mark === size}
            disabled={running}
            onClick={() => onSize(mark)}
          >
            {formatCount(mark)}
          </Button>
        ))}
      </div>
      <div className={styles['cut']}>
        <Choice
          label={words.preSplit}
          labelShown
          value={preSplit}
          onChange={onPreSplit}
          options={(['none', 'gpt2'] as const).map((value) => ({ value, text: words.preSplits[value] }))}
        />
        <span className={styles['about']}>{words.preSplitAbout[preSplit]}</span>
      </div>
      <div className={styles['start']}>
        <Button ref={start} look="primary" onClick={onTrain} disabled={running || textLength === 0}>
          {learned === undefined ? words.train : words.trainAgain}
        </Button>
        <span className={styles['about']}>
          {textLength === 0 ? words.noText : words.source(formatCount(textLength))}
        </span>
      </div>
      {running && (
        <Progress
          label={words.training}
          share={state.total === 0 ? undefined : state.done / state.total}
          figure={words.figure(formatCount(state.done), formatCount(state.total))}
          onCancel={cancel}
        />
      )}
      <Notice tone="alert">{state.phase === 'failed' && <FaultWords fault={state.fault} />}</Notice>
      {state.phase === 'idle' && <EmptyState>{words.idle}</EmptyState>}
      <Notice>{outcomeOf(state, words)}</Notice>
      {learned !== undefined && (
        <>
          {stale && <p className={styles['about']}>{words.stale}</p>}
          <LearnedList learned={learned} />
        </>
      )}
    </section>
  );
}

/** What the last training came to; nothing while it runs, or failed. */
function outcomeOf(state: TrainState, words: TrainWords): string | undefined {
  if (state.phase === 'cancelled') return words.cancelled(state.last !== undefined);
  if (state.phase !== 'done') return undefined;
  const merges = state.value.bpe.counts.length;
  return words.learned(formatCount(merges), formatCount(bpeSizes.min + merges));
}
