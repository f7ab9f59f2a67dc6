import type { LiveHistoryEntry } from './live-history-marks.ts';
import type { LiveHistoryProps } from './live-history.tsx';

type Shown = Pick<LiveHistoryProps, 'entries'>;

const few: readonly LiveHistoryEntry[] = [
  { text: ' king', id: 5822, final: { low: 0.31, high: 0.31 }, model: 0.31, by: 'draw' },
  { text: ' who', final: { low: 0.121, high: 0.13 }, model: 0.125, by: 'draw' },
  {
    text: '\uFFFD',
    bytes: Uint8Array.of(0xe3, 0x81),
    final: { low: 0, high: 0.4 },
    model: 0.002,
    by: 'hand',
  },
  { text: '\uFFFD', final: undefined, model: undefined, by: 'provider' },
  { text: '\n\n', final: { low: 0.5, high: 1 }, model: 0.75, by: 'provider' },
];

/** The states of the part, by name. */
export const liveHistoryExhibits: Readonly<Record<string, Shown>> = {
  full: { entries: [...few, ...few, ...few] },
  few: { entries: few },
  'nothing told': { entries: few.map((entry) => ({ ...entry, final: undefined, model: undefined })) },
  long: { entries: Array.from({ length: 1000 }, (_, at) => few[at % few.length]!) },
  empty: { entries: [] },
};
