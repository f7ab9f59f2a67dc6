import { useDeferredValue, useMemo } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import { countCharacters } from './count-characters.ts';
import styles from './text-stats.module.css';

interface StatsWindow {
  readonly size: number;
  readonly most: number;
  /** A larger window that was chosen, and the model that cannot see it. */
  readonly larger?: { readonly size: number; readonly model: string } | undefined;
}

export interface TextStatsProps {
  /** Undefined while the text is being read for the first time. */
  readonly counts: { readonly tokens: number; readonly bytes: number } | undefined;
  /** Its characters are counted here, when the page has time. */
  readonly text: string;
  /** Tokens that the model sees, and can see at most; undefined before the model is there. */
  readonly window: StatsWindow | undefined;
  readonly onWindow: (size: number) => void;
  /** The token before the caret. */
  readonly caret: { readonly label: string; readonly id: number; readonly bytes: string } | undefined;
}

export function TextStats({ counts, text, window, onWindow, caret }: TextStatsProps) {
  const words = useCopy(copy);
  const settled = useDeferredValue(text);
  const { codePoints, graphemes } = useMemo(() => countCharacters(settled), [settled]);
  const number = (value: number | undefined) => (value === undefined ? '…' : formatCount(value));
  return (
    <div className={styles['stats']}>
      <dl>
        <div>
          <dt>{words.tokens}</dt>
          <dd>{number(counts?.tokens)}</dd>
        </div>
        <div>
          <dt>{graphemes === undefined ? words.codePoints : words.characters}</dt>
          <dd title={`${formatCount(codePoints)} ${words.codePoints}`}>
            {formatCount(graphemes ?? codePoints)}
          </dd>
        </div>
        <div>
          <dt>{words.bytes}</dt>
          <dd>{number(counts?.bytes)}</dd>
        </div>
        <div className={styles['wide']}>
          <dt>{words.caret}</dt>
          <dd>{caret ? `${caret.label}  ${caret.id}  ${caret.bytes}` : words.atStart}</dd>
        </div>
      </dl>
      {window !== undefined && (
        <label className={styles['window']}>
          <span>{words.window}</span>
          <input
            type="range"
            min={1}
            max={window.most}
            step={1}
            value={window.size}
            aria-label={words.window}
            aria-valuetext={words.windowSpoken(String(window.size))}
            onChange={(event) => onWindow(event.target.valueAsNumber)}
          />
          <output>{words.windowOf(String(window.size), String(window.most))}</output>
        </label>
      )}
      {window?.larger !== undefined && (
        <p className={styles['note']}>
          {words.windowLarger(String(window.larger.size), window.larger.model, String(window.most))}
        </p>
      )}
    </div>
  );
}
