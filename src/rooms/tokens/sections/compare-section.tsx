import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { fault } from '../../../../shared/fault.ts';
import { createSplitsEngine } from '../../../engines/splits/engine.ts';
import { valueOf } from '../../../state/async.ts';
import { faultOf } from '../../../state/fault-of.ts';
import { useFaultSentence } from '../../../ui/fault-words.tsx';
import { createComparison, type Comparison } from '../compare/create-comparison.ts';
import { makingsOf } from '../compare/makings.ts';
import { sentences } from '../compare/sentences.ts';
import { columnLimits, type SplitId } from '../compare/split-ids.ts';
import { Compare } from '../parts/compare/compare.tsx';
import type { ComparedColumn } from '../parts/compare/compared-column.ts';
import { CostsTable } from '../parts/compare/costs-table.tsx';
import { FileDrop } from '../parts/train/file-drop.tsx';
import { largestFile, type FileState } from '../parts/train/file-state.ts';
import { TokenizerFile } from '../parts/train/tokenizer-file.tsx';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
import { TrainSection } from './train-section.tsx';

/** The text in several splits side by side, and splits of the reader's own. */
export function CompareSection() {
  const room = useTokensRoom();
  const text = useTokensState((state) => state.text);
  const ids = useTokensState((state) => state.compared);
  const [comparison] = useState(() =>
    createComparison(room.openTokenizer, createSplitsEngine, makingsOf(room)),
  );
  const { own, file } = useStore(comparison.makings);
  // What has been read stays; another making is read anew.
  useEffect(() => comparison.show(ids, text), [comparison, ids, text, own, file]);
  useEffect(() => () => comparison.stop(), [comparison]);
  /** Stands beside the others at once; in the last place when there are four. */
  const onMade = useCallback(
    (id: SplitId) => {
      const { compared } = room.store.getState();
      if (!compared.includes(id)) room.setCompared([...compared.slice(0, columnLimits.most - 1), id]);
    },
    [room],
  );
  const opener = useFileOpener(comparison, onMade);
  return (
    <FileDrop onFile={opener.onFile}>
      <Compare
        columns={useColumns(comparison, text)}
        onColumns={room.setCompared}
        onRetry={(id) => comparison.retry(id, text)}
        text={text}
        hasOwn={own !== undefined}
        hasFile={file !== undefined}
      />
      <TrainSection comparison={comparison} onMade={onMade} />
      <TokenizerFile {...opener} />
      <CostsTable ids={ids} counts={useCosts(comparison, ids)} />
    </FileDrop>
  );
}

function useColumns(comparison: Comparison, text: string): readonly ComparedColumn[] {
  const sentence = useFaultSentence();
  const columns = useStore(comparison.store, (state) => state.columns);
  return useMemo(
    () =>
      columns.map(({ id, read }) => {
        const value = valueOf(read);
        // A split of an older text does not fit this one.
        const source = value?.text === text ? value : undefined;
        return {
          id,
          source,
          count: source?.count,
          progress: read.phase === 'running' ? read.progress : undefined,
          missing: read.phase === 'idle',
          failed: read.phase === 'failed' ? sentence(read.fault) : undefined,
        };
      }),
    [columns, text, sentence],
  );
}

/** Opens a `tokenizer.json`, chosen or dropped. */
function useFileOpener(comparison: Comparison, onMade: (id: 'file') => void) {
  const [asked, setAsked] = useState<Pick<FileState, 'opening' | 'failed'>>(nothing);
  const opened = useStore(comparison.makings, (state) => state.file);
  const running = useRef<AbortController>(undefined);
  const onFile = async (file: File): Promise<void> => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    if (file.size > largestFile) return setAsked({ ...nothing, failed: tooLarge(file) });
    setAsked({ ...nothing, opening: file.name });
    try {
      await comparison.openFile(file, { signal: mine.signal });
      setAsked(nothing);
      onMade('file');
    } catch (error) {
      if (!mine.signal.aborted) setAsked({ ...nothing, failed: faultOf(error) });
    }
    return undefined;
  };
  const onCancel = (): void => {
    running.current?.abort();
    setAsked(nothing);
  };
  return { state: { ...asked, opened }, onFile: (file: File) => void onFile(file), onCancel };
}

const nothing = { opening: undefined, failed: undefined };

function tooLarge({ name, size }: File) {
  const detail = { file: name, megabytes: Math.ceil(size / 1e6), limit: largestFile / 1e6 };
  return fault('too-large', `${name} has ${String(size)} bytes`, detail);
}

type Costs = Readonly<Partial<Record<SplitId, readonly number[]>>>;

/** What each sentence costs in each split. */
function useCosts(comparison: Comparison, ids: readonly SplitId[]): Costs {
  const [costs, setCosts] = useState<Costs>({});
  const { own, file } = useStore(comparison.makings);
  useEffect(() => {
    const asked = new AbortController();
    const { signal } = asked;
    for (const id of ids)
      Promise.all(sentences.map(({ text }) => comparison.count(id, text, { signal }))).then(
        (counts) => {
          const known = counts.filter((count) => count !== undefined);
          if (!signal.aborted) setCosts((before) => ({ ...before, [id]: known }));
        },
        // The columns above tell of the same fault.
        () => undefined,
      );
    return () => asked.abort();
  }, [comparison, ids, own, file]);
  return costs;
}
