import { fault } from '../../../../../shared/fault.ts';
import { BpeTrainer } from '../../../../core/bpe/bpe-trainer.ts';
import type { TrainPanelProps } from './train-panel.tsx';
import type { Learned } from './train-state.ts';

type Shown = Omit<TrainPanelProps, 'onSize' | 'onPreSplit' | 'onTrain' | 'onCancel'>;

function learnedFrom(text: string, size: number): Learned {
  const trainer = new BpeTrainer(text, { size, preSplit: 'none' });
  while (!trainer.run(Infinity));
  return { bpe: trainer.learned(), wanted: trainer.wanted };
}

const small = learnedFrom('aaabdaaabac', 259);
/** 東京 breaks into bytes on the way; every word stands once. */
const large = learnedFrom(
  `東京タワーと東京駅。\n${Array.from({ length: 400 }, (_, i) => `word ${String(i * 37)} `).join('')}`,
  768,
);
const usual = { size: 1280, preSplit: 'none', textLength: 2048, stale: false } as const;

/** The states of the part, by name. */
export const trainExhibits: Readonly<Record<string, Shown>> = {
  idle: { ...usual, state: { phase: 'idle' } },
  'no text': { ...usual, textLength: 0, state: { phase: 'idle' } },
  'just begun': { ...usual, state: { phase: 'running', done: 0, total: 1024 } },
  running: { ...usual, preSplit: 'gpt2', state: { phase: 'running', done: 512, total: 1024, last: small } },
  'three merges': { ...usual, size: 259, textLength: 11, state: { phase: 'done', value: small } },
  'many merges': { ...usual, size: 768, state: { phase: 'done', value: large } },
  'fewer than wanted': {
    ...usual,
    textLength: 2,
    state: { phase: 'done', value: learnedFrom('ab', 1280) },
  },
  'only bytes': { ...usual, size: 256, state: { phase: 'done', value: learnedFrom('ab', 256) } },
  stale: { ...usual, stale: true, state: { phase: 'done', value: small } },
  failed: {
    ...usual,
    state: { phase: 'failed', fault: fault('worker-died', 'the splits worker died'), last: small },
  },
};
