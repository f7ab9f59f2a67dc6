import { useEffect, useState } from 'react';
import { formatCount } from '../../../core/numbers/format.ts';
import type { TextFacts } from '../../../core/tokens/text-facts.ts';
import { createFactsEngine } from '../../../engines/facts/engine.ts';
import { valueOf } from '../../../state/async.ts';
import { useCopy } from '../../../ui/language.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { copy } from '../copy.ts';
import { largestWindow } from '../tokens-state.ts';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
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
    <>
      <dl className={styles['facts']} data-stale={counted?.text !== text || undefined}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <WindowShare tokens={tokens} />
    </>
  );
}

/** How much of a context window the text takes. */
function WindowShare({ tokens }: { readonly tokens: number | undefined }) {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const size = useTokensState((state) => state.window);
  const share = tokens === undefined ? '…' : ((100 * tokens) / size).toPrecision(3);
  return (
    <div className={styles['bar']}>
      <span>{words.windowShare(tokens !== undefined && tokens > size, share)}</span>
      <NumberField
        label={words.window}
        value={size}
        onChange={room.setWindow}
        min={1}
        max={largestWindow}
        step={1024}
        whole
        refusal={(entry) => words.windowRefused(entry, formatCount(largestWindow), formatCount(size))}
      />
    </div>
  );
}

/** A text of more UTF-16 units than this is counted when its reader pauses for so many milliseconds: tokens come first. */
const long = 20_000;
const quiet = 150;

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
    const ask = (): void =>
      void engine.count(text, { signal: asked.signal }).then(
        (facts) => {
          if (!asked.signal.aborted) setCounted({ text, facts });
        },
        // The next text is another try.
        () => undefined,
      );
    const waiting = setTimeout(ask, text.length > long ? quiet : 0);
    return () => {
      clearTimeout(waiting);
      asked.abort();
    };
  }, [engine, text]);
  return counted;
}
