import type { Interval } from '../../../../core/partial/partial-trace.ts';
import type { Probability } from '../../../../core/numbers/units.ts';
import barStyles from '../next-token/bars.module.css';
import type { BarScale } from '../next-token/bar-scale.ts';
import styles from './live-next-token.module.css';

interface Props {
  readonly model: Probability;
  readonly final: Interval | undefined;
  readonly removed: boolean;
  /** It is what the provider did not list. */
  readonly band?: boolean;
  readonly scale: BarScale;
}

/** What was reported as an outline; what is drawn from filled as far as it is sure, dotted as far as it may go. */
export function LiveBars({ model, final, removed, band = false, scale }: Props) {
  const low = final === undefined ? 0 : scale.length(final.low);
  const high = final === undefined ? 0 : scale.length(final.high);
  return (
    <span className={barStyles['bars']} aria-hidden="true">
      <i
        className={band ? styles['modelBand'] : barStyles['modelBar']}
        data-removed={removed || undefined}
        style={{ width: share(scale.length(model)) }}
      />
      {high > low && (
        <i className={styles['unsure']} style={{ left: share(low), width: share(high - low) }} />
      )}
      <i
        className={band ? styles['finalBand'] : barStyles['finalBar']}
        style={{ clipPath: `inset(0 calc(100% - ${share(low)}) 0 0 round 3px)` }}
      />
    </span>
  );
}

function share(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`;
}
