import type { Fault, Result } from '../../../../shared/fault.ts';
import type { Capabilities } from '../../../../shared/wire/capabilities.ts';
import type { SampledToken } from '../../../core/partial/partial-distribution.ts';
import type { Interval, PartialTrace } from '../../../core/partial/partial-trace.ts';
import type { Probability } from '../../../core/numbers/units.ts';
import type { Exchange } from '../../../engines/live/exchange.ts';
import type { NextAnswer, SamplePath } from '../../../engines/live/live-client.ts';
import { idle, type Async } from '../../../state/async.ts';
import type { Sampler } from './sampler.ts';

/** What a live model said of what follows a text. */
export interface LiveAnswer {
  readonly model: string;
  readonly text: string;
  readonly sampler: Sampler;
  readonly capabilities: Capabilities;
  readonly next: NextAnswer;
}

/** One token of a live model that was added to the text. */
export interface LiveEntry {
  readonly text: string;
  readonly bytes: Uint8Array | undefined;
  readonly id: number | undefined;
  /** UTF-16 span in the text. */
  readonly at: number;
  readonly end: number;
  /** Undefined when the provider sampled and its final distribution is not known. */
  readonly final: Interval | undefined;
  readonly model: Probability | undefined;
  readonly by: 'draw' | 'hand' | 'provider';
  readonly u: number;
  readonly draws: number;
}

/** Runs of the model from the text on, laid over one another. */
export type Paths =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'running';
      readonly done: number;
      readonly total: number;
      readonly paths: readonly SamplePath[];
    }
  | { readonly phase: 'done'; readonly paths: readonly SamplePath[] }
  | { readonly phase: 'failed'; readonly fault: Fault; readonly paths: readonly SamplePath[] };

export interface LiveState {
  /** What a probe found of the chosen model. */
  readonly capabilities: Async<Capabilities>;
  readonly answer: Async<LiveAnswer>;
  /** The sampler of this page on what is known; the provider's own list as it came while the provider samples. */
  readonly trace: Result<PartialTrace> | undefined;
  /** Newest first, as many as are kept; and how many there were. */
  readonly exchanges: readonly Exchange[];
  readonly asked: number;
  readonly log: readonly LiveEntry[];
  /** What asking has cost since the page was opened. */
  readonly spent: { readonly calls: number; readonly tokens: number };
  /** Play has been pressed and waits until its cost has been seen. */
  readonly planning: boolean;
  /** Calls that a run of Play makes at most. */
  readonly playLength: number;
  readonly paths: Paths;
  readonly pathCount: number;
  readonly pathLength: number;
}

export const initialLiveState: LiveState = {
  capabilities: idle,
  answer: idle,
  trace: undefined,
  exchanges: [],
  asked: 0,
  log: [],
  spent: { calls: 0, tokens: 0 },
  planning: false,
  playLength: 20,
  paths: { phase: 'idle' },
  pathCount: 20,
  pathLength: 6,
};

/** What lies under the needle, or what the provider drew. */
export type LivePick =
  | { readonly kind: 'token'; readonly token: SampledToken; readonly text: string; readonly index: number }
  /** The draw fell on tokens that the provider did not list. */
  | { readonly kind: 'remainder' }
  /** Which token it is depends on tokens that are not known. */
  | { readonly kind: 'undecided'; readonly tokens: readonly SampledToken[] }
  /** Its bytes are no whole character: a text cannot be continued in the middle of one. */
  | { readonly kind: 'part'; readonly token: SampledToken }
  /** The model ends its text here. */
  | { readonly kind: 'end'; readonly token: SampledToken | undefined };
