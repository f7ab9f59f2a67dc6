import { useMemo } from 'react';
import { formatBits, formatCount } from '../../../../core/numbers/format.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { later } from '../../../../ui/later.tsx';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import type { HistoryEntry } from '../history/history-marks.ts';
import { copy } from './copy.ts';
import styles from './timeline.module.css';
import { timelinePoints, timelineSummary } from './timeline-points.ts';
import { TimelineTable } from './timeline-table.tsx';

/** The chart library comes only when there is something to draw. */
const TimelineChart = later(
  () => import('./timeline-chart.tsx').then((part) => part.TimelineChart),
  ({ words }) => <p className={styles.waiting}>{words.loading}</p>,
);

export interface TimelineProps {
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[];
  readonly vocabulary: VocabularyBytes | undefined;
}

/** How surprising each token was, against how surprising it could be expected to be. */
export function TimelineBody({ entries, vocabulary }: TimelineProps) {
  const words = useCopy(copy);
  const data = useMemo(() => timelinePoints(entries), [entries]);
  const summary = useMemo(() => timelineSummary(entries), [entries]);
  if (summary === undefined) return null;
  const peak = entries[summary.peak.index]!;
  return (
    <section className={styles.timeline}>
      <header className={styles.head}>
        <h2>{words.title}</h2>
        <span className={styles.key} data-key="surprisal">
          {words.surprisal}
        </span>
        <span className={styles.key} data-key="entropy">
          {words.entropy}
        </span>
        <p className={styles.summary}>
          {words.summary(
            formatCount(summary.tokens),
            formatBits(summary.surprisal),
            formatBits(summary.entropy),
          )}{' '}
          {words.peak(
            tokenFace(peak.id, vocabulary).label,
            formatCount(summary.peak.index + 1),
            formatBits(summary.peak.surprisal),
          )}{' '}
          {data.per > 1 && words.grouped(formatCount(data.per))}
        </p>
      </header>
      <TimelineChart points={data.points} words={words} />
      <TimelineTable points={data.points} />
    </section>
  );
}
