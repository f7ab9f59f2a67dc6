import { createStore } from 'zustand/vanilla';
import { FaultError, fault } from '../../../../shared/fault.ts';
import type { EncodingId } from '../../../core/tokens/encoding-ids.ts';
import { encodingIds } from '../../../core/tokens/encoding-ids.ts';
import type { LearnedBpe } from '../../../core/bpe/learned-bpe.ts';
import type {
  OpenedTokenizer,
  SplitBy,
  SplitsEngine,
  TrainCallOptions,
} from '../../../engines/splits/contract.ts';
import type { TokenizerEngine } from '../../../engines/tokenizer/contract.ts';
import { failedFrom, idle, runningFrom, type Async } from '../../../state/async.ts';
import { faultOf } from '../../../state/fault-of.ts';
import type { Split } from './compared-pieces.ts';
import type { SplitId } from './split-ids.ts';

/** One way to split the text, read. */
export interface ReadSplit {
  readonly text: string;
  /** Pieces of the whole text. */
  readonly count: number;
  /** The pieces that touch the range that was asked for; of some splits all. */
  readonly split: Split;
}

export interface Column {
  readonly id: SplitId;
  readonly read: Async<ReadSplit>;
}

export interface ComparisonState {
  readonly columns: readonly Column[];
  /** What was learned here, and somebody's `tokenizer.json`. */
  readonly own: LearnedBpe | undefined;
  readonly file: OpenedTokenizer | undefined;
}

interface Asked {
  readonly text: string;
  /** UTF-16 range that is drawn. */
  readonly from: number;
  readonly to: number;
}

const isEncoding = (id: SplitId): id is EncodingId => encodingIds.some((each) => each === id);

/** Reads one text in several ways, each in its own worker. */
export function createComparison(
  openTokenizer: (encoding: EncodingId) => TokenizerEngine,
  openSplits: () => SplitsEngine,
) {
  const store = createStore<ComparisonState>()(() => ({ columns: [], own: undefined, file: undefined }));
  const tokenizers = new Map<EncodingId, TokenizerEngine>();
  let splits: SplitsEngine | undefined;
  let current: AbortController | undefined;

  function tokenizerOf(id: EncodingId): TokenizerEngine {
    const known = tokenizers.get(id);
    if (known !== undefined) return known;
    const made = openTokenizer(id);
    tokenizers.set(id, made);
    return made;
  }

  const splitsNow = (): SplitsEngine => (splits ??= openSplits());

  /** What a split that the reader has to make first is made of. */
  function byOf(id: Exclude<SplitId, EncodingId>): SplitBy {
    const { own, file } = store.getState();
    if (id !== 'own' && id !== 'file') return id;
    const by = id === 'own' ? own && ({ kind: 'own-bpe', learned: own } as const) : file;
    if (by === undefined) throw new FaultError(fault('unknown-name', `there is no ${id} split yet`));
    return by;
  }

  async function read(id: SplitId, { text, from, to }: Asked, signal: AbortSignal): Promise<ReadSplit> {
    if (isEncoding(id)) {
      const document = tokenizerOf(id).document('text');
      try {
        // Both are posted at once; the worker answers them in order.
        const [summary, slice] = await Promise.all([
          document.open(text, { signal }),
          document.slice(from, to, { signal }),
        ]);
        const { starts, ends, ids } = slice;
        return { text, count: summary.tokens, split: { starts, ends, ids } };
      } finally {
        document.close();
      }
    }
    const { count, starts, ends, ids } = await splitsNow().split({ text, by: byOf(id) }, { signal });
    return { text, count, split: { starts, ends, ids } };
  }

  function put(id: SplitId, change: (before: Async<ReadSplit>) => Async<ReadSplit>): void {
    store.setState(({ columns }) => ({
      columns: columns.map((column) => (column.id === id ? { id, read: change(column.read) } : column)),
    }));
  }

  return {
    store,
    /** Reads a text in these ways; what another call asked for before is given up. */
    show(ids: readonly SplitId[], asked: Asked): void {
      current?.abort();
      current = new AbortController();
      const { signal } = current;
      const before = new Map(store.getState().columns.map(({ id, read: was }) => [id, was]));
      store.setState({ columns: ids.map((id) => ({ id, read: runningFrom(before.get(id) ?? idle) })) });
      for (const id of ids)
        read(id, asked, signal).then(
          (value) => {
            if (!signal.aborted) put(id, () => ({ phase: 'done', value }));
          },
          (error: unknown) => {
            if (!signal.aborted) put(id, (was) => failedFrom(was, faultOf(error)));
          },
        );
    },
    /** How many pieces each text has in each of these ways. */
    async counts(
      ids: readonly SplitId[],
      texts: readonly string[],
      signal: AbortSignal,
    ): Promise<number[][]> {
      return Promise.all(
        texts.map((text) =>
          Promise.all(
            ids.map(async (id) =>
              isEncoding(id)
                ? (await tokenizerOf(id).encode(text, 'text', { signal })).length
                : (await splitsNow().split({ text, by: byOf(id) }, { signal })).count,
            ),
          ),
        ),
      );
    },
    /** Learns merges from a text; they are the split `own` from then on. */
    async learn(args: Parameters<SplitsEngine['train']>[0], options: TrainCallOptions): Promise<LearnedBpe> {
      const own = await splitsNow().train(args, options);
      store.setState({ own });
      return own;
    },
    /** Opens a `tokenizer.json`; it is the split `file` from then on. */
    async openFile(given: File): Promise<void> {
      store.setState({ file: await splitsNow().open(given, given.name) });
    },
    stop(): void {
      current?.abort();
      for (const tokenizer of tokenizers.values()) tokenizer.close();
      splits?.close();
    },
  };
}

export type Comparison = ReturnType<typeof createComparison>;
