import { memo } from 'react';
import { formatProbability } from '../../../../core/numbers/format.ts';
import { formatInterval } from '../../../../core/numbers/format-interval.ts';
import type { Stage } from '../../../../core/sampling/stages.ts';
import type { Copy } from '../../../../ui/language.tsx';
import type { BarScale } from '../next-token/bar-scale.ts';
import candidates from '../next-token/candidates.module.css';
import { LiveTokenChip } from '../../../../ui/tokens/live-token-chip.tsx';
import type { en } from './copy.en.ts';
import { LiveBars } from './live-bars.tsx';
import styles from './live-next-token.module.css';
import type { LiveRow as Row } from './live-rows.ts';

interface Props {
  readonly row: Row;
  /** The stages that acted, to name the one that cut it. */
  readonly stages: readonly Stage[];
  readonly scale: BarScale;
  readonly picked: boolean;
  readonly active: boolean;
  readonly reachable: boolean;
  /** The provider draws, and does not tell from what. */
  readonly there: boolean;
  readonly words: Copy<typeof en>;
}

export const LiveRow = memo(function LiveRow(props: Props) {
  const { row, stages, scale, picked, active, reachable, there, words } = props;
  const { token, model, final, status, outside } = row;
  const removed = status.kind === 'removed';
  return (
    <tr
      data-index={row.index}
      data-id={row.index}
      data-active={active || undefined}
      data-picked={picked || undefined}
      data-removed={removed || undefined}
      data-apart={outside || undefined}
      aria-current={picked || undefined}
      tabIndex={reachable ? 0 : -1}
    >
      <td className={candidates['tokenCell']}>
        <LiveTokenChip token={token} removed={removed} />
      </td>
      <td>
        <span className={candidates['modelFlow']}>
          <LiveBars model={model} final={there ? undefined : final} removed={removed} scale={scale} />
          <span className={styles['number']}>{formatProbability(model)}</span>
        </span>
      </td>
      <td className={styles['finalCell']}>
        {there ? (
          <span className={styles['soft']}>{words.notTold}</span>
        ) : (
          formatInterval(final.low, final.high)
        )}
      </td>
      <td className={candidates['statusCell']}>{statusOf(props)}</td>
    </tr>
  );

  function statusOf({ picked: isPicked }: Props): string {
    if (there) return isPicked ? words.drawn : outside ? words.outside : '';
    if (status.kind === 'kept') return words.kept;
    const stage = stages[status.stage]!;
    if (status.kind === 'undecided') return words.undecided(words.stages[stage.stage]);
    return stage.stage === 'logit-bias' ? words.banned : words.removed(words.stages[stage.stage]);
  }
});
