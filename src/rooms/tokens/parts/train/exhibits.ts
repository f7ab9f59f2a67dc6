import { fault } from '../../../../../shared/fault.ts';
import { BpeTrainer } from '../../../../core/bpe/bpe-trainer.ts';
import type { FileState } from './file-state.ts';
import type { TrainPanelProps } from './train-panel.tsx';
import type { Learned } from './train-state.ts';

type Shown = Omit<TrainPanelProps, 'onSize' | 'onPreSplit' | 'onTrain' | 'onCancel'>;

function learnedFrom(text: string, size: number): Learned {
  const trainer = new BpeTrainer(text, { size, preSplit: 'none' });
  while (!trainer.run(Infinity));
  return { bpe: trainer.learned(), wanted: trainer.wanted };
}

const small = learnedFrom('aaabdaaabac', 259);
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
  'parts of characters': { ...usual, state: { phase: 'done', value: learnedFrom('東京東京東京', 257) } },
  'fewer than wanted': {
    ...usual,
    textLength: 2,
    state: { phase: 'done', value: learnedFrom('ab', 1280) },
  },
  'only bytes': { ...usual, size: 256, state: { phase: 'done', value: learnedFrom('ab', 256) } },
  cancelled: { ...usual, state: { phase: 'cancelled', last: small } },
  'cancelled at first': { ...usual, state: { phase: 'cancelled' } },
  stale: { ...usual, stale: true, state: { phase: 'done', value: small } },
  failed: {
    ...usual,
    state: { phase: 'failed', fault: fault('worker-died', 'the splits worker died'), last: small },
  },
};

/** Those of a `tokenizer.json`, by name. */
export const fileExhibits: Readonly<Record<string, FileState>> = {
  'none yet': { opened: undefined, opening: undefined, failed: undefined },
  opening: { opened: undefined, opening: 'gpt2.json', failed: undefined },
  opened: {
    opened: { name: 'gpt2.json', model: 'BPE', size: 50_257 },
    opening: undefined,
    failed: undefined,
  },
  'no JSON': {
    opened: undefined,
    opening: undefined,
    failed: fault('broken-file', 'page.html is no JSON', { file: 'page.html', part: 'JSON' }),
  },
  'without a model': {
    opened: undefined,
    opening: undefined,
    failed: fault('broken-file', 'no model', { file: 'package.json', part: 'model' }),
  },
  'of another kind': {
    opened: { name: 'gpt2.json', model: 'BPE', size: 50_257 },
    opening: undefined,
    failed: fault('unknown-name', 'x', {
      ...{ file: 'x.json', part: 'model', name: 'WordLevel', accepted: 'BPE, WordPiece, Unigram' },
    }),
  },
  'too large': {
    opened: undefined,
    opening: undefined,
    failed: fault('too-large', 'x', { file: 'x.json', megabytes: 130, limit: 100 }),
  },
};
