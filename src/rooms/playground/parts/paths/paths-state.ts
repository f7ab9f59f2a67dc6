import type { SamplePath } from '../../../../engines/live/live-client.ts';

export type PathsState =
  | { readonly phase: 'idle' }
  /** `done` of `total` runs have come; `paths` are those that have. */
  | {
      readonly phase: 'running';
      readonly done: number;
      readonly total: number;
      readonly paths: readonly SamplePath[];
    }
  | { readonly phase: 'done'; readonly paths: readonly SamplePath[] }
  /** What came before it is kept. */
  | { readonly phase: 'failed'; readonly sentence: string; readonly paths: readonly SamplePath[] };
