import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createSplitsEngine } from '../../../engines/splits/engine.ts';
import { valueOf } from '../../../state/async.ts';
import { useFaultSentence } from '../../../ui/fault-words.tsx';
import { createComparison } from '../compare/create-comparison.ts';
import { sentences } from '../compare/sentences.ts';
import { columnLimits, type SplitId } from '../compare/split-ids.ts';
import { Compare } from '../parts/compare/compare.tsx';
import { CostsTable } from '../parts/compare/costs-table.tsx';
import { TrainSection } from './train-section.tsx';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
import styles from '../tokens-room.module.css';

/** UTF-16 units that are drawn at once: four columns of characters stay under three thousand elements. */
const partLength = 600;

export function CompareSection() {
  const room = useTokensRoom();
  const sentence = useFaultSentence();
  const text = useTokensState((state) => state.text);
  const ids = useTokensState((state) => state.compared);
  const [comparison] = useState(() => createComparison(room.openTokenizer, createSplitsEngine));
  const columns = useStore(comparison.store, (state) => state.columns);
  const [wanted, setPart] = useState(0);
  const parts = Math.max(1, Math.ceil(text.length / partLength));
  const part = Math.min(wanted, parts - 1);
  const [from, to] = [part * partLength, Math.min(text.length, (part + 1) * partLength)];
  const [made, setMade] = useState(0);
  useEffect(() => comparison.show(ids, { text, from, to }), [comparison, ids, text, from, to, made]);
  useEffect(() => () => comparison.stop(), [comparison]);
  /** Stands beside the others at once; in the last place when there are four. */
  const onMade = useCallback(
    (id: SplitId) => {
      const { compared } = room.store.getState();
      if (!compared.includes(id)) room.setCompared([...compared.slice(0, columnLimits.most - 1), id]);
      setMade((count) => count + 1);
    },
    [room],
  );
  const shown = useMemo(
    () =>
      columns.map(({ id, read }) => {
        const value = valueOf(read);
        // A split of an older text does not fit this one.
        const fits = value?.text === text ? value : undefined;
        return {
          id,
          count: fits?.count,
          split: fits?.split,
          failed: read.phase === 'failed' ? sentence(read.fault) : undefined,
        };
      }),
    [columns, text, sentence],
  );
  return (
    <div className={styles['stack']}>
      <Compare
        columns={shown}
        onColumns={room.setCompared}
        text={text}
        from={from}
        to={to}
        part={part}
        parts={parts}
        onPart={setPart}
        hasOwn={useStore(comparison.store, (state) => state.own !== undefined)}
        hasFile={useStore(comparison.store, (state) => state.file !== undefined)}
      />
      <TrainSection comparison={comparison} onMade={onMade} />
      <CostsTable ids={ids} counts={useCosts(comparison, ids)} />
    </div>
  );
}

function useCosts(comparison: ReturnType<typeof createComparison>, ids: readonly SplitId[]) {
  const [counted, setCounted] = useState<{ readonly ids: readonly SplitId[]; readonly counts: number[][] }>();
  useEffect(() => {
    const asked = new AbortController();
    comparison
      .counts(
        ids,
        sentences.map(({ text }) => text),
        asked.signal,
      )
      .then(
        (counts) => {
          if (!asked.signal.aborted) setCounted({ ids, counts });
        },
        // The columns above tell of the same fault.
        () => undefined,
      );
    return () => asked.abort();
  }, [comparison, ids]);
  return counted?.ids === ids ? counted.counts : undefined;
}
