import { useEffect, useState } from 'react';
import { formatCount } from '../../../core/numbers/format.ts';
import type { TextFacts } from '../../../core/tokens/text-facts.ts';
import { createFactsEngine } from '../../../engines/facts/engine.ts';
import { valueOf } from '../../../state/async.ts';
import { useCopy } from '../../../ui/language.tsx';
import { copy } from '../copy.ts';
import { useTokensState } from '../tokens-context.tsx';
import styles from '../tokens-room.module.css';

/** What the text is made of, counted in a worker; while a newer text is counted the older numbers stand there softly. */
export function FactsSection() {
  const words = useCopy(copy);
  const text = useTokensState((state) => state.text);
  const tokens = useTokensState((state) => valueOf(state.summary)?.tokens);
  const counted = useFacts(text);
  const facts = counted?.facts;
  const number = (value: number | undefined) => (value === undefined ? '…' : formatCount(value));
  const ratio = (of: number | undefined) =>
    tokens === undefined || of === undefined || of === 0 ? '…' : (tokens / of).toFixed(2);
  const rows = [
    [words.facts.characters, number(facts?.characters)],
    [words.facts.graphemes, number(facts?.graphemes)],
    [words.facts.words, number(facts?.words)],
    [words.facts.lines, number(facts?.lines)],
    [words.facts.bytes, number(facts?.bytes)],
    [words.facts.perCharacter, ratio(facts?.graphemes)],
    [words.facts.perWord, ratio(facts?.words)],
  ] as const;
  return (
    <dl className={styles['facts']} data-stale={counted?.text !== text || undefined}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Counted {
  readonly text: string;
  readonly facts: TextFacts;
}

function useFacts(text: string): Counted | undefined {
  const [engine] = useState(() => createFactsEngine());
  const [counted, setCounted] = useState<Counted>();
  useEffect(() => () => engine.close(), [engine]);
  useEffect(() => {
    const asked = new AbortController();
    engine.count(text, { signal: asked.signal }).then(
      (facts) => {
        if (!asked.signal.aborted) setCounted({ text, facts });
      },
      // The next text is another try.
      () => undefined,
    );
    return () => asked.abort();
  }, [engine, text]);
  return counted;
}
