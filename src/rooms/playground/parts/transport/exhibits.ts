import type { TransportProps } from './transport.tsx';

type Shown = Pick<TransportProps, 'ready' | 'playing' | 'undoable' | 'endedWith' | 'pastEnd' | 'speed'>;

const usual = { ready: true, playing: false, undoable: true, endedWith: undefined, pastEnd: false, speed: 4 };

export const transportExhibits: Readonly<Record<string, Shown>> = {
  full: usual,
  playing: { ...usual, playing: true, speed: 20 },
  'first visit': { ...usual, undoable: false },
  loading: { ...usual, ready: false, undoable: false },
  ended: { ...usual, endedWith: '<|endoftext|>' },
  'past the end': { ...usual, endedWith: '<|endoftext|>', pastEnd: true },
};
