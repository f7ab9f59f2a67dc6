import { useEffect, useMemo, useState } from 'react';
import type { Result } from '../../../../shared/fault.ts';
import type { EncodingId } from '../../../core/tokens/encoding-ids.ts';
import type { MergeExplanation } from '../../../engines/merges/calls.ts';
import { createMergesEngine } from '../../../engines/merges/engine.ts';
import { faultOf } from '../../../state/fault-of.ts';
import { useFaultSentence } from '../../../ui/fault-words.tsx';
import { useCopy } from '../../../ui/language.tsx';
import { copy } from '../copy.ts';
import { MergePlayer, type MergesState } from '../parts/merges/merge-player.tsx';
import { TreeEncoding } from '../parts/picture/tree-encoding.ts';
import { EncodingSelect } from '../encoding-select.tsx';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
import styles from '../tokens-room.module.css';

/** A word of the reader's, and why it splits where it does. */
export function MergesSection() {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const word = useTokensState((state) => state.word);
  const encoding = useTokensState((state) => state.encoding);
  return (
    <div className={styles['stack']}>
      <div className={styles['bar']}>
        <EncodingSelect />
        <label className={styles['grow']}>
          <span>{words.word}</span>
          <input
            className={styles['word']}
            value={word}
            onChange={(event) => room.setWord(event.target.value)}
            spellCheck={false}
          />
        </label>
      </div>
      <TreeEncoding value={encoding}>
        <MergePlayer state={useMerges(encoding, word)} />
      </TreeEncoding>
    </div>
  );
}

/** What came of one question. */
interface Answered {
  readonly key: string;
  readonly result: Result<MergeExplanation>;
}

function useMerges(encoding: EncodingId, text: string): MergesState {
  const sentence = useFaultSentence();
  const [engine] = useState(() => createMergesEngine());
  const [tries, setTries] = useState(0);
  const [answered, setAnswered] = useState<Answered>();
  const key = `${encoding} ${String(tries)} ${text}`;
  useEffect(() => () => engine.close(), [engine]);
  useEffect(() => {
    const asked = new AbortController();
    const answer = (result: Answered['result']): void => {
      if (!asked.signal.aborted) setAnswered({ key, result });
    };
    engine.explain({ encoding, text, special: 'text' }, { signal: asked.signal }).then(
      (value) => answer({ ok: true, value }),
      (error: unknown) => answer({ ok: false, fault: faultOf(error) }),
    );
    return () => asked.abort();
  }, [engine, encoding, text, key]);
  return useMemo(() => {
    if (answered === undefined) return { phase: 'loading' };
    const { result } = answered;
    if (result.ok) return { phase: 'ready', ...result.value, busy: answered.key !== key };
    return { phase: 'failed', sentence: sentence(result.fault), onRetry: () => setTries((n) => n + 1) };
  }, [answered, key, sentence]);
}
