import { memo, useId } from 'react';
import { formatInterval } from '../../../../core/numbers/format-interval.ts';
import { formatBits, formatCount } from '../../../../core/numbers/format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { copy as historyCopy } from '../history/copy.ts';
import historyStyles from '../history/history.module.css';
import { LiveTokenChip } from '../../../../ui/tokens/live-token-chip.tsx';
import { copy } from './copy.ts';
import styles from './live-history.module.css';
import type { LiveHistoryEntry } from './live-history-marks.ts';

interface Props {
  readonly index: number;
  readonly entry: LiveHistoryEntry;
  /** Undefined where the provider told no probability. */
  readonly surprisal: number | undefined;
  readonly height: number | undefined;
  readonly onRewind: (index: number) => void;
}

/** An entry is never changed, so that a new one draws itself alone. */
export const LiveHistoryToken = memo(function LiveHistoryToken(props: Props) {
  const { index, entry, surprisal, height, onRewind } = props;
  const words = useCopy(copy);
  const history = useCopy(historyCopy);
  const described = useId();
  const final = entry.final === undefined ? words.notTold : formatInterval(entry.final.low, entry.final.high);
  const bits = surprisal === undefined ? words.bitsNotTold : history.bits(formatBits(surprisal));
  const by = { draw: words.byDraw, hand: history.byHand, provider: words.byProvider }[entry.by];
  return (
    <li
      className={historyStyles.token}
      data-hand={entry.by === 'hand' || undefined}
      title={`${history.final(final)}, ${bits}, ${by}`}
    >
      <span className={historyStyles.column} aria-hidden="true">
        {height === undefined ? (
          <i className={styles.unknown} />
        ) : (
          <i
            className={historyStyles.bar}
            style={{ height: `${(height * 100).toFixed(1)}%`, opacity: 0.35 + 0.65 * height }}
          />
        )}
      </span>
      <span id={described} className={historyStyles.words}>
        <LiveTokenChip token={entry} />
        <span className={historyStyles.final}>{final}</span>
        <span className="visually-hidden">
          {bits}, {by}
        </span>
      </span>
      <button
        type="button"
        className={historyStyles.rewind}
        aria-label={history.rewind(formatCount(index + 1))}
        aria-describedby={described}
        onClick={() => onRewind(index)}
      />
    </li>
  );
});
