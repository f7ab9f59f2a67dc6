import { fault, FaultError } from '../../shared/fault.ts';
import type { SpecialMode } from '../core/tokens/encoding-ids.ts';
import type { TokenSlice } from '../core/tokens/slice.ts';
import type { TextSummary } from '../core/tokens/text-edit.ts';
import type { CallOptions, OpenOptions, TokenizerDocument } from '../engines/tokenizer/contract.ts';
import { difference } from '../core/tokens/text-difference.ts';

/**
 * Keeps a worker's document equal to a text here, telling it only what differs. Calls are posted at once and answered in
 * order, so that tokens can be asked for together with the change that makes them.
 */
export interface TextFollower {
  follow(text: string, options: OpenOptions): Promise<TextSummary>;
  /** Tokens of `text`; ends with `aborted` when another text has been followed since. */
  slice(text: string, from: number, to: number, options?: CallOptions): Promise<TokenSlice>;
  /** `slice`, if it can be had at once. */
  sliceNow(text: string, from: number, to: number): TokenSlice | undefined;
  last(text: string, n: number, options?: CallOptions): Promise<TokenSlice>;
  setSpecial(mode: SpecialMode): Promise<void>;
}

interface Held {
  readonly text: string;
  readonly summary: Promise<TextSummary>;
  /** Of who asked for the summary: once it is aborted, nobody else can wait for that one. */
  readonly signal: AbortSignal | undefined;
}

export function createTextFollower(document: TokenizerDocument): TextFollower {
  /** What the worker holds or is about to; undefined before the first text and after one that was given up. */
  let held: Held | undefined;

  function hold(text: string, summary: Promise<TextSummary>, signal?: AbortSignal): Promise<TextSummary> {
    const mine = { text, summary, signal };
    held = mine;
    summary.catch(() => {
      if (held === mine) held = undefined;
    });
    return summary;
  }

  async function ofHeld<T>(text: string, ask: () => Promise<T>): Promise<T> {
    if (held?.text !== text) throw new FaultError(fault('aborted', 'another text has been read since'));
    return ask();
  }

  return {
    follow(text, options) {
      const isLost = held === undefined || (held.text === text && held.signal?.aborted === true);
      if (held === undefined || isLost) return hold(text, document.open(text, options), options.signal);
      const edit = difference(held.text, text);
      // subtle: an edit is short, so it takes no signal: given up half-way it would leave the worker's text unknown.
      return edit === undefined ? held.summary : hold(text, document.edit([edit]));
    },
    slice: (text, from, to, options) => ofHeld(text, () => document.slice(from, to, options)),
    sliceNow: (text, from, to) => (held?.text === text ? document.sliceNow(from, to) : undefined),
    last: (text, n, options) => ofHeld(text, () => document.last(n, options)),
    async setSpecial(mode) {
      const summary = document.setSpecial(mode);
      if (held !== undefined) void hold(held.text, summary).catch(() => undefined);
      await summary;
    },
  };
}
