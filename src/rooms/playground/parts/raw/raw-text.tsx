import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import { firstCharacters } from './first-characters.ts';
import styles from './raw.module.css';

interface RawTextProps {
  /** What it is, for who cannot see it. */
  readonly label: string;
  readonly text: string;
}

/** Characters that are drawn; more would hold the page up. */
const most = 20_000;

/** A long text to look at and to copy whole. */
export function RawText({ label, text }: RawTextProps) {
  const words = useCopy(copy);
  const box = useRef<HTMLPreElement>(null);
  // An object, so that a second refusal selects again.
  const [outcome, setOutcome] = useState<{ readonly copied: boolean }>();
  const refused = outcome?.copied === false;
  const { shown, of } = useMemo(() => firstCharacters(text, most), [text]);

  useLayoutEffect(() => {
    if (outcome?.copied === false && box.current !== null)
      globalThis.getSelection()?.selectAllChildren(box.current);
  }, [outcome]);

  async function copyAll(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ copied: true });
    } catch {
      setOutcome({ copied: false });
    }
  }

  return (
    <div className={styles.text}>
      <pre ref={box} className={styles.box} role="region" aria-label={label} tabIndex={0}>
        {refused ? text : shown}
      </pre>
      <div className={styles.copy}>
        <Button onClick={() => void copyAll()}>{words.copy}</Button>
        <span role="status">{outcome && (refused ? words.refused : words.copied)}</span>
        {!refused && of > most && (
          <span className={styles.cut}>{words.cut(formatCount(most), formatCount(of))}</span>
        )}
      </div>
    </div>
  );
}
