import type { SplitBy, SplitsEngine } from '../../../engines/splits/contract.ts';
import type { TokenizerEngine } from '../../../engines/tokenizer/contract.ts';
import type { Split, SplitSource } from './split-source.ts';

/** A text on its way through a worker. */
export interface ReadText {
  readonly source: Promise<SplitSource>;
  /** Has the worker stop reading, or forget what it has read. */
  readonly giveUp: () => void;
}

interface Told {
  /** In [0, 1]. */
  readonly onProgress: (share: number) => void;
  /** A question about what had been read could not be answered. */
  readonly onFault: (error: unknown) => void;
}

/** A text in one of OpenAI's encodings. */
export function readEncoding(engine: TokenizerEngine, text: string, told: Told): ReadText {
  const document = engine.document('text');
  return readText({
    text,
    told,
    open: async (signal) => {
      const { tokens } = await document.open(text, {
        signal,
        onProgress: ({ done, total }) => told.onProgress(done / total),
      });
      return tokens;
    },
    slice: (from, to, signal) => document.slice(from, to, { signal }),
    close: () => document.close(),
  });
}

/** A text in any other way. */
export function readSplit(engine: SplitsEngine, by: SplitBy, text: string, told: Told): ReadText {
  const document = engine.document(text, by);
  return readText({
    text,
    told,
    open: async (signal) => (await document.open({ signal })).count,
    slice: (from, to, signal) => document.slice(from, to, { signal }),
    close: () => document.close(),
  });
}

interface Opened {
  readonly text: string;
  readonly told: Told;
  /** How many pieces there are. */
  readonly open: (signal: AbortSignal) => Promise<number>;
  readonly slice: (from: number, to: number, signal: AbortSignal) => Promise<Split>;
  readonly close: () => void;
}

function readText({ text, told, open, slice, close }: Opened): ReadText {
  const reading = new AbortController();
  const { signal } = reading;
  const source = open(signal).then((count): SplitSource => ({
    text,
    count,
    async slice(from, to) {
      try {
        return await slice(from, to, signal);
      } catch (error) {
        if (!signal.aborted) told.onFault(error);
        throw error;
      }
    },
  }));
  return {
    source,
    giveUp: () => {
      reading.abort();
      close();
    },
  };
}
