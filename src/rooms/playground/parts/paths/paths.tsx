import type { Cost, SamplePath } from '../../../../engines/live/live-client.ts';
import type { PathsState } from './paths-state.ts';

export interface PathsProps {
  readonly state: PathsState;
  /** The name of the model that is asked. */
  readonly model: string;
  /** Whether it can go on with a text token by token; when not, this is all there is to see. */
  readonly canContinue: boolean;
  /** What a run of `n` paths of `length` tokens costs at most. */
  readonly cost: (n: number, length: number) => Cost;
  readonly n: number;
  readonly length: number;
  readonly onN: (n: number) => void;
  readonly onLength: (length: number) => void;
  readonly onRun: () => void;
  readonly onCancel: () => void;
  /** Takes a whole path; without it there is nothing to take with. */
  readonly onTake?: ((path: SamplePath) => void) | undefined;
}

/** Several runs of a model from the end of the text, laid over one another. */
export function Paths(_props: PathsProps) {
  return null;
}
