import type { SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { TextSummary } from '../../core/tokens/text-edit.ts';
import type { CallOptions, TokenizerDocument } from '../../engines/tokenizer/contract.ts';
import { difference } from './document.ts';

/** Keeps a worker's document equal to a text here, telling it only what differs. */
export interface TextFollower {
  readonly document: TokenizerDocument;
  follow(text: string, options: CallOptions): Promise<TextSummary>;
  setSpecial(mode: SpecialMode): Promise<void>;
}

export function createTextFollower(document: TokenizerDocument): TextFollower {
  /** What the worker holds; undefined before the first text and after one that was given up half-way. */
  let known: { text: string; summary: TextSummary } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function send(text: string, options: CallOptions): Promise<TextSummary> {
    options.signal?.throwIfAborted();
    if (known === undefined) {
      const summary = await document.open(text, options);
      known = { text, summary };
      return summary;
    }
    const edit = difference(known.text, text);
    if (edit === undefined) return known.summary;
    // subtle: an edit is short, so it takes no signal: given up half-way it would leave the worker's text unknown.
    known = undefined;
    const summary = await document.edit([edit]);
    known = { text, summary };
    return summary;
  }

  // One after the other: an edit is meant for the text that the one before it left.
  function inTurn<T>(action: () => Promise<T>): Promise<T> {
    const mine = turn.then(action);
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    document,
    follow: (text, options) => inTurn(() => send(text, options)),
    setSpecial: (mode) =>
      inTurn(async () => {
        const summary = await document.setSpecial(mode);
        if (known !== undefined) known = { text: known.text, summary };
      }),
  };
}
