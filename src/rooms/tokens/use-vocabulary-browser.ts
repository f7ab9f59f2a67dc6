import { useEffect, useMemo, useState } from 'react';
import type { Fault } from '../../../shared/fault.ts';
import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { VocabularyCounts } from '../../core/vocabulary/count-tokens.ts';
import type { FindRefusal } from '../../core/vocabulary/parse-find.ts';
import type { VocabularyQuery } from '../../core/vocabulary/vocabulary-query.ts';
import { createVocabularyEngine } from '../../engines/vocabulary/create-vocabulary-engine.ts';
import type { OpenVocabulary } from '../../engines/vocabulary/engine.ts';
import { faultOf } from '../../state/fault-of.ts';
import { useFaultSentence } from '../../ui/fault-words.tsx';
import type { VocabularyBrowserState } from './parts/vocabulary/vocabulary-browser.tsx';
import { vocabularyRows } from './parts/vocabulary/vocabulary-rows.ts';

/** What came of loading, for one encoding and one try. */
type Loaded = { readonly key: string } & (
  | { readonly ok: true; readonly open: OpenVocabulary; readonly counts: VocabularyCounts }
  | { readonly ok: false; readonly fault: Fault }
);

/** What came of the newest search that has ended. */
interface Found {
  readonly key: string;
  readonly query: VocabularyQuery;
  readonly hits: Uint32Array;
  readonly refusal: FindRefusal | undefined;
}

/** The vocabulary of an encoding in a worker of its own, and what a query finds in it; the latest query wins. */
export function useVocabularyBrowser(encoding: EncodingId, query: VocabularyQuery) {
  const sentence = useFaultSentence();
  const [engine] = useState(() => createVocabularyEngine());
  const [tries, setTries] = useState(0);
  const [share, setShare] = useState<number>();
  const [latest, setLoaded] = useState<Loaded>();
  const [newest, setFound] = useState<Found>();
  const key = `${encoding} ${String(tries)}`;
  const loaded = latest?.key === key ? latest : undefined;
  const found = newest?.key === key ? newest : undefined;
  const isThere = loaded?.ok === true;
  useEffect(() => () => engine.close(), [engine]);

  useEffect(() => {
    const asked = new AbortController();
    const { signal } = asked;
    const onProgress = ({ done, total }: { readonly done: number; readonly total: number }) => {
      if (!signal.aborted) setShare(total === 0 ? undefined : done / total);
    };
    Promise.all([engine.open(encoding, { signal, onProgress }), engine.counts(encoding, { signal })]).then(
      ([open, counts]) => {
        if (!signal.aborted) setLoaded({ key, ok: true, open, counts });
      },
      (error: unknown) => {
        if (!signal.aborted) setLoaded({ key, ok: false, fault: faultOf(error) });
      },
    );
    return () => asked.abort();
  }, [engine, encoding, key]);

  useEffect(() => {
    if (!isThere) return undefined;
    const asked = new AbortController();
    engine.search(encoding, query, { signal: asked.signal }).then(
      (answer) => {
        if (asked.signal.aborted) return;
        setFound((before) => ({
          key,
          query,
          // A query that is refused leaves what the one before it found.
          hits: answer.ok ? answer.ids : before?.key === key ? before.hits : new Uint32Array(),
          refusal: answer.ok ? undefined : answer.refusal,
        }));
      },
      (error: unknown) => {
        if (!asked.signal.aborted) setLoaded({ key, ok: false, fault: faultOf(error) });
      },
    );
    return () => asked.abort();
  }, [engine, encoding, key, query, isThere]);

  const opened = loaded?.ok === true ? loaded.open : undefined;
  const rowOf = useMemo(() => opened && vocabularyRows(opened.vocabulary, opened.sheet), [opened]);
  const state = useMemo((): VocabularyBrowserState => {
    if (loaded?.ok === false)
      return { phase: 'failed', sentence: sentence(loaded.fault), onRetry: () => setTries((n) => n + 1) };
    if (loaded === undefined || rowOf === undefined || found === undefined)
      return { phase: 'loading', share };
    const { hits, refusal } = found;
    return {
      phase: 'ready',
      size: loaded.open.vocabulary.size,
      counts: loaded.counts,
      hits,
      refusal,
      rowOf,
    };
  }, [loaded, rowOf, found, share, sentence]);
  return { state, busy: found?.query !== query, opened };
}
