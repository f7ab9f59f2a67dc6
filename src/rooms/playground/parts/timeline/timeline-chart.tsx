import { memo } from 'react';
import { CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatBits, formatCount } from '../../../../core/numbers/format.ts';
import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';
import styles from './timeline.module.css';
import type { TimelinePoint } from './timeline-points.ts';

interface Props {
  readonly points: readonly TimelinePoint[];
  readonly words: Copy<typeof en>;
}

const tick = { fontSize: '0.6875rem', fill: 'var(--soft)', fontFamily: 'var(--mono)' };

/** Two lines that differ by dash as well as by colour. Nothing is animated: the points come while the reader steps. */
export const TimelineChart = memo(function TimelineChart({ points, words }: Props) {
  const few = points.length <= 40;
  return (
    <div className={styles.chart} aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          margin={{ top: 6, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="to"
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            minTickGap={24}
            height={20}
          />
          <YAxis
            tick={tick}
            tickLine={false}
            axisLine={false}
            width={30}
            domain={[0, 'auto']}
            tickCount={4}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--edge)' }}
            content={<PointTip words={words} />}
          />
          <Line
            dataKey="entropy"
            type="linear"
            stroke="var(--model)"
            strokeWidth={1.5}
            strokeDasharray="4 3"
            dot={false}
            activeDot={{ r: 3 }}
            isAnimationActive={false}
          />
          <Line
            dataKey="surprisal"
            type="linear"
            stroke="var(--accent)"
            strokeWidth={2}
            dot={few ? { r: 2, fill: 'var(--accent)', strokeWidth: 0 } : false}
            activeDot={{ r: 4 }}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
});

interface TipProps extends Pick<Props, 'words'> {
  /** Both are given by the chart. */
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload: TimelinePoint }[];
}

function PointTip({ active, payload, words }: TipProps) {
  const point = payload?.[0]?.payload;
  if (!active || point === undefined) return null;
  return (
    <div className={styles.tip}>
      <b>{words.range(formatCount(point.from), formatCount(point.to))}</b>
      <span>{`${words.surprisal} ${formatBits(point.surprisal ?? Infinity)}`}</span>
      <span>{`${words.entropy} ${formatBits(point.entropy)}`}</span>
    </div>
  );
}
