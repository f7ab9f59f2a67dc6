import { formatCount } from '../../../../core/numbers/format.ts';
import type { BarScale } from './bar-scale.ts';
import type { Candidate } from './select-candidates.ts';
import styles from './bars.module.css';

/** Both probabilities on one scale: the model's as an outline, the final one filled. The numbers beside it say the same. */
export function Bars({ candidate, scale }: { readonly candidate: Candidate; readonly scale: BarScale }) {
  const { status } = candidate;
  const removed = status.kind !== 'kept';
  const bias = 'bias' in status ? status.bias : 0;
  const model = share(scale.length(candidate.model));
  const final = share(scale.length(candidate.final));
  return (
    <span className={styles.bars} aria-hidden="true">
      <i className={styles.modelBar} data-removed={removed || undefined} style={{ width: model }} />
      <i className={styles.finalBar} style={{ clipPath: `inset(0 calc(100% - ${final}) 0 0 round 3px)` }} />
      {bias !== 0 && (
        <i
          className={styles.biasMark}
          data-way={bias > 0 ? 'up' : 'down'}
          style={{ left: removed ? model : final }}
        />
      )}
      {candidate.apart && (
        <i
          className={styles.rank}
          data-rank={`#${formatCount(candidate.modelRank)}`}
          style={{ left: share(Math.max(scale.length(candidate.model), scale.length(candidate.final))) }}
        />
      )}
    </span>
  );
}

function share(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`;
}
