import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { OpenProgress } from '../../core/tokens/open-progress.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { TextEdit, TextSummary } from '../../core/tokens/text-edit.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import type { CallContext, Handlers } from '../rpc/server.ts';
import { Transfer } from '../rpc/transfer.ts';
import type { TokenizerCalls, TokenQuestion } from './calls.ts';

/** UTF-16 units between two reports of progress: some 10 to 30 ms of work. */
const told = 1 << 18;

/** A text under one encoding: core's `TokenDocument`, with the one slow call cut into steps. */
export interface ServedDocument {
  openInSteps(text: string): Iterator<OpenProgress, TextSummary>;
  edit(edits: readonly TextEdit[]): TextSummary;
  setSpecial(mode: SpecialMode): TextSummary;
  slice(from: number, to: number): TokenSlice;
  last(n: number): TokenSlice;
  byIndex(from: number, to: number): TokenSlice;
}

/** An encoding whose vocabulary is loaded. */
export interface ServedEncoding {
  /** Fresh arrays, to be handed over. */
  vocabulary(): VocabularyBytes;
  encode(text: string, special: SpecialMode): Uint32Array<ArrayBuffer>;
  document(special: SpecialMode): ServedDocument;
}

interface Held {
  /** −1 while what is held is no text of the page's. */
  version: number;
  special: SpecialMode;
  document: ServedDocument | undefined;
  /** Settles when the calls so far are done: a document's calls keep their order also where one breathes. */
  turn: Promise<unknown>;
}

/** A worker's answers about texts. `load` is called once per encoding that is asked for. */
export function createTokenizerService(
  load: (encoding: EncodingId) => Promise<ServedEncoding>,
): Handlers<TokenizerCalls> {
  const encodings = new Map<EncodingId, Promise<ServedEncoding>>();
  const documents = new Map<number, Held>();

  function encodingOf(id: EncodingId): Promise<ServedEncoding> {
    const known = encodings.get(id);
    if (known !== undefined) return known;
    const loading = load(id);
    encodings.set(id, loading);
    // A vocabulary that did not come (no network) is asked for again next time.
    loading.catch(() => encodings.delete(id));
    return loading;
  }

  function heldOf(document: number): Held {
    let held = documents.get(document);
    if (held === undefined) {
      held = { version: -1, special: 'text', document: undefined, turn: Promise.resolve() };
      documents.set(document, held);
    }
    return held;
  }

  function inTurn<T>(held: Held, work: () => T | Promise<T>): Promise<T> {
    const mine = held.turn.then(work);
    held.turn = mine.catch(() => undefined);
    return mine;
  }

  async function open(
    held: Held,
    { encoding, text, special, version }: Parameters<TokenizerCalls['open']>[0],
    { breathe, progress }: CallContext,
  ): Promise<TextSummary> {
    held.version = -1;
    await breathe();
    held.document = (await encodingOf(encoding)).document(special);
    const steps = held.document.openInSteps(text);
    let step = steps.next();
    let next = told;
    while (step.done !== true) {
      if (step.value.done >= next) {
        progress(step.value);
        next = step.value.done + told;
      }
      await breathe();
      step = steps.next();
    }
    held.version = version;
    held.special = special;
    return { ...step.value, version };
  }

  return {
    async vocabulary({ encoding }) {
      const vocabulary = (await encodingOf(encoding)).vocabulary();
      return new Transfer(vocabulary, [vocabulary.bytes.buffer, vocabulary.offsets.buffer]);
    },
    async encode({ encoding, text, special }) {
      const ids = (await encodingOf(encoding)).encode(text, special);
      return new Transfer(ids, [ids.buffer]);
    },
    open(args, context) {
      const held = heldOf(args.document);
      return inTurn(held, () => open(held, args, context));
    },
    change({ document, after, version, edits, special }) {
      const held = heldOf(document);
      return inTurn(held, () => {
        if (held.version !== after || held.document === undefined) return null;
        held.version = -1; // an edit that throws leaves no text to build on
        const summary =
          special === held.special ? held.document.edit(edits) : held.document.setSpecial(special);
        held.special = special;
        held.version = version;
        return { ...summary, version };
      });
    },
    ask({ document, version, question }) {
      const held = heldOf(document);
      return inTurn(held, () => {
        if (held.version !== version || held.document === undefined) return null;
        const slice = answer(held.document, question);
        return new Transfer(slice, buffersOf(slice));
      });
    },
    forget({ document }) {
      documents.delete(document);
    },
  };
}

function answer(document: ServedDocument, question: TokenQuestion): TokenSlice {
  if (question.by === 'end') return document.last(question.n);
  if (question.by === 'index') return document.byIndex(question.from, question.to);
  return document.slice(question.from, question.to);
}

/** subtle: arrays of a slice may share one buffer, and a buffer is handed over once. */
function buffersOf(slice: TokenSlice): ArrayBuffer[] {
  const { ids, byteStarts, byteLengths, starts, ends, headBytes, tailBytes } = slice;
  const arrays = [ids, byteStarts, byteLengths, starts, ends, headBytes, tailBytes];
  return [...new Set(arrays.map((array) => array.buffer))];
}
