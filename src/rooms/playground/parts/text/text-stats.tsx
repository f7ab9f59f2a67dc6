import { formatCount } from '../../../../core/numbers/format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import styles from './text-stats.module.css';

export interface TextStatsProps {
  /** Undefined while the text is being read for the first time. */
  readonly counts:
    { readonly tokens: number; readonly characters: number; readonly bytes: number } | undefined;
  /** Tokens that the model sees, and can see at most; undefined before the model is there. */
  readonly window: { readonly size: number; readonly most: number } | undefined;
  readonly onWindow: (size: number) => void;
  /** The token before the caret. */
  readonly caret: { readonly label: string; readonly id: number; readonly bytes: string } | undefined;
}

export function TextStats({ counts, window, onWindow, caret }: TextStatsProps) {
  const words = useCopy(copy);
  const number = (value: number | undefined) => (value === undefined ? '…' : formatCount(value));
  return (
    <div className={styles['stats']}>
      <dl>
        <div>
          <dt>{words.tokens}</dt>
          <dd>{number(counts?.tokens)}</dd>
        </div>
        <div>
          <dt>{words.characters}</dt>
          <dd>{number(counts?.characters)}</dd>
        </div>
        <div>
          <dt>{words.bytes}</dt>
          <dd>{number(counts?.bytes)}</dd>
        </div>
        <div>
          <dt>{words.caret}</dt>
          <dd title={caret?.bytes}>{caret ? `${caret.label} ${caret.id}` : words.atStart}</dd>
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
    </div>
  );
}
