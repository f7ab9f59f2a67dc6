import type { Inside } from '../../../../core/model/language-model.ts';
import { exhibitSize, exhibitVocabulary } from '../../selectors/exhibit-world.ts';
import type { InsideView } from '../../playground-state.ts';
import type { InsidePanelProps } from './inside-panel.tsx';

type Shown = Pick<InsidePanelProps, 'state' | 'vocabulary' | 'activeId'>;

const vocabulary = exhibitVocabulary();

/** A row of positive numbers as shares that sum to 1. */
function shares(length: number, weight: (at: number) => number): number[] {
  const weights = Array.from({ length }, (_, at) => weight(at));
  const sum = weights.reduce((all, each) => all + each, 0);
  return weights.map((each) => each / sum);
}

/** Depths that grow surer of ` king`; heads that look ever further back. */
function exhibitInside(length: number, layers = 6, heads = 5): Inside {
  const lens = Array.from({ length: layers + 1 }, (_, depth) =>
    shares(exhibitSize, (id) => 0.85 ** (id * (depth + 1) * 0.5)),
  );
  const attention = Array.from({ length: layers * heads }, (_, row) =>
    shares(length, (at) => Math.exp(-(((at - length + 1 + row) / 4) ** 2)) + 0.02),
  );
  return {
    layers,
    heads,
    window: Uint32Array.from({ length }, (_, at) => (at * at * 7 + at * 3) % 44),
    attention: Float32Array.from(attention.flat()),
    streams: new Float32Array(),
    lens: Float32Array.from(lens.flat()),
  };
}

function view(length: number, outside = 0): InsideView {
  return {
    maker: {
      id: 'tiny',
      encoding: 'r50k_base',
      vocabularySize: exhibitSize,
      capabilities: {
        fullVocabulary: true,
        topLogprobs: exhibitSize,
        logitBias: true,
        echo: true,
        prefill: true,
        seed: true,
        inside: true,
        contextLength: length,
      },
      bytes: 0,
      parameters: 0,
    },
    inside: exhibitInside(length),
    before: Uint32Array.from({ length: Math.min(outside, 24) }, (_, at) => at),
    outside,
  };
}

const ready = (length: number, outside = 0) =>
  ({ phase: 'ready', view: view(length, outside), busy: false }) as const;

/** The states of the part, by name. */
export const insideExhibits: Readonly<Record<string, Shown>> = {
  full: { state: ready(40, 60), vocabulary, activeId: 2 },
  'few tokens': { state: ready(3), vocabulary, activeId: undefined },
  'one token': { state: ready(1), vocabulary, activeId: undefined },
  loading: { state: { phase: 'loading' }, vocabulary, activeId: undefined },
  failed: {
    state: {
      phase: 'failed',
      sentence: 'A background worker stopped. Your text is kept.',
      onRetry: () => undefined,
    },
    vocabulary,
    activeId: undefined,
  },
  'no inside': { state: { phase: 'none', model: 'trigram' }, vocabulary, activeId: undefined },
  'still coming': {
    state: { phase: 'none', model: 'trigram', coming: 'tiny' },
    vocabulary,
    activeId: undefined,
  },
};
