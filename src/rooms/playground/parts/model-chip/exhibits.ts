import type { Maker, ModelId } from '../../models.ts';
import type { ModelChipProps } from './model-chip.tsx';

type Shown = Omit<ModelChipProps, 'onCancel'>;

const maker = (id: ModelId, bytes: number, parameters: number, contextLength: number): Maker => ({
  id,
  encoding: 'r50k_base',
  vocabularySize: 50_257,
  capabilities: {
    fullVocabulary: true,
    topLogprobs: 50_257,
    logitBias: true,
    echo: true,
    prefill: true,
    seed: true,
    inside: id === 'tiny',
    contextLength,
  },
  bytes,
  parameters,
});
const tiny = maker('tiny', 10_240_000, 9_900_000, 256);
const trigram = maker('trigram', 2_386_185, 2_962_711, 2);

/** The states of the part, by name. */
export const modelChipExhibits: Readonly<Record<string, Shown>> = {
  'nothing yet': { chosen: 'tiny', phase: 'running', answering: undefined, loading: undefined },
  'the stand-in comes': {
    chosen: 'tiny',
    phase: 'running',
    answering: undefined,
    loading: { id: 'trigram', loaded: 1_200_000, total: 2_400_000 },
  },
  'the stand-in answers': {
    chosen: 'tiny',
    phase: 'running',
    answering: trigram,
    loading: { id: 'tiny', loaded: 4_300_000, total: 10_200_000 },
  },
  'tiny answers': { chosen: 'tiny', phase: 'done', answering: tiny, loading: undefined },
  'tiny could not be had': { chosen: 'tiny', phase: 'failed', answering: trigram, loading: undefined },
  'none could be had': { chosen: 'tiny', phase: 'failed', answering: undefined, loading: undefined },
};
