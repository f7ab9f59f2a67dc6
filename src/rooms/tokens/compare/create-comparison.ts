import { createStore } from 'zustand/vanilla';
import type { LearnedBpe } from '../../../core/bpe/learned-bpe.ts';
import type { EncodingId } from '../../../core/tokens/encoding-ids.ts';
import { encodingIds } from '../../../core/tokens/encoding-ids.ts';
import type { CallOptions, TokenizerEngine } from '../../../engines/tokenizer/contract.ts';
import type { SplitBy, SplitsEngine, TrainCallOptions } from '../../../engines/splits/contract.ts';
import { failedFrom, idle, type Async } from '../../../state/async.ts';
import { faultOf } from '../../../state/fault-of.ts';
import type { LearnedFrom, MakingsStore } from './makings.ts';
import { readEncoding, readSplit, type ReadText } from './read-text.ts';
import type { SplitId } from './split-ids.ts';
import type { SplitSource } from './split-source.ts';

export interface Column {
  readonly id: SplitId;
  /** Idle where the reader has to make the split first. */
  readonly read: Async<SplitSource>;
}

export interface ComparisonState {
  readonly columns: readonly Column[];
}

/** A text that is being read, or has been, in one way. */
interface Reading extends ReadText {
  readonly text: string;
  readonly by: SplitBy | EncodingId;
}

const isEncoding = (by: unknown): by is EncodingId => encodingIds.some((each) => each === by);

/** Reads one text in several ways, in workers that hold what they have read. */
export function createComparison(
  openTokenizer: (encoding: EncodingId) => TokenizerEngine,
  openSplits: () => SplitsEngine,
  makings: MakingsStore,
) {
  const store = createStore<ComparisonState>()(() => ({ columns: [] }));
  const tokenizers = new Map<EncodingId, TokenizerEngine>();
  /** Files have a worker of their own: finding the pieces of a text takes them seconds without a breath. */
  const splits = new Map<'file' | 'other', SplitsEngine>();
  const readings = new Map<SplitId, Reading>();

  const tokenizerOf = (id: EncodingId) => madeOnce(tokenizers, id, () => openTokenizer(id));
  const splitsFor = (id: SplitId) => madeOnce(splits, id === 'file' ? 'file' : 'other', openSplits);

  /** Undefined for a split that has to be made first. */
  function byOf(id: SplitId): SplitBy | EncodingId | undefined {
    const { own, file } = makings.getState();
    if (id === 'own') return own && ({ kind: 'own-bpe', learned: own.bpe } as const);
    return id === 'file' ? file : id;
  }

  function put(id: SplitId, change: (before: Async<SplitSource>) => Async<SplitSource>): void {
    store.setState(({ columns }) => ({
      columns: columns.map((column) => (column.id === id ? { id, read: change(column.read) } : column)),
    }));
  }

  function drop(id: SplitId): void {
    readings.get(id)?.giveUp();
    readings.delete(id);
  }

  /** Begins to read a text in one way. */
  function begin(id: SplitId, text: string): Async<SplitSource> {
    const by = byOf(id);
    if (by === undefined) return idle;
    const isMine = (): boolean => readings.get(id) === reading;
    const told = {
      onProgress: (progress: number) => {
        if (isMine()) put(id, () => ({ phase: 'running', progress }));
      },
      onFault: (error: unknown) => {
        if (isMine()) put(id, (was) => failedFrom(was, faultOf(error)));
      },
    };
    const read = isEncoding(by)
      ? readEncoding(tokenizerOf(by), text, told)
      : readSplit(splitsFor(id), by, text, told);
    const reading: Reading = { ...read, text, by };
    readings.set(id, reading);
    read.source.then((value) => {
      if (isMine()) put(id, () => ({ phase: 'done', value }));
    }, told.onFault);
    return { phase: 'running' };
  }

  /** Whether what is read, or being read, is this text in the way that counts now. */
  function isRead(id: SplitId, text: string): boolean {
    const reading = readings.get(id);
    return reading !== undefined && reading.text === text && isSame(reading.by, byOf(id));
  }

  return {
    store,
    makings,
    /** Reads a text in these ways. What has been read stays; what nobody looks at is let go. */
    show(ids: readonly SplitId[], text: string): void {
      const before = new Map(store.getState().columns.map(({ id, read }) => [id, read]));
      for (const id of readings.keys()) if (!ids.includes(id) || !isRead(id, text)) drop(id);
      const columns = ids.map((id) => ({
        id,
        read: isRead(id, text) ? (before.get(id) ?? idle) : begin(id, text),
      }));
      store.setState({ columns });
    },
    /** Reads once more what could not be read. */
    retry(id: SplitId, text: string): void {
      drop(id);
      const read = begin(id, text);
      put(id, () => read);
    },
    /** How many pieces a text has in one of the ways; undefined where that has to be made first. */
    async count(id: SplitId, text: string, options: CallOptions): Promise<number | undefined> {
      const by = byOf(id);
      if (by === undefined) return undefined;
      if (isEncoding(by)) return (await tokenizerOf(by).encode(text, 'text', options)).length;
      return (await splitsFor(id).split({ text, by }, options)).count;
    },
    /** Learns merges from a text; they are the split `own` from then on. */
    async learn(from: LearnedFrom, options: TrainCallOptions): Promise<LearnedBpe> {
      const bpe = await splitsFor('own').train(from, options);
      makings.setState({ own: { bpe, from } });
      return bpe;
    },
    /** Opens a `tokenizer.json`; it is the split `file` from then on. */
    async openFile(given: File, options: CallOptions): Promise<void> {
      makings.setState({ file: await splitsFor('file').open(given, given.name, options) });
    },
    stop(): void {
      for (const id of readings.keys()) drop(id);
      for (const engine of [...tokenizers.values(), ...splits.values()]) engine.close();
      tokenizers.clear();
      splits.clear();
      store.setState({ columns: [] });
    },
  };
}

export type Comparison = ReturnType<typeof createComparison>;

function madeOnce<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

/** The same way to cut: of what was learned, the same merges. */
function isSame(one: SplitBy | EncodingId, other: SplitBy | EncodingId | undefined): boolean {
  if (typeof one === 'string' || typeof other !== 'object' || one.kind !== other.kind) return one === other;
  if (one.kind === 'own-bpe') return other.kind === 'own-bpe' && one.learned === other.learned;
  return other.kind === 'tokenizer-json' && one.key === other.key;
}
