import { formatBits, formatCount } from '../../../../core/numbers/format.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { useState } from 'react';
import { copy } from './copy.ts';
import styles from './timeline.module.css';
import type { TimelinePoint } from './timeline-points.ts';

/** The points of the chart in figures; made only while it is open. */
export function TimelineTable({ points }: { readonly points: readonly TimelinePoint[] }) {
  const words = useCopy(copy);
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.asTable}</summary>
      {open && (
        <div className={styles.tableBox} role="region" aria-label={words.tableName} tabIndex={0}>
          <table className={styles.table} aria-label={words.tableName}>
            <thead>
              <tr>
                <th scope="col">{words.token}</th>
                <th scope="col">{words.surprisal}</th>
                <th scope="col">{words.entropy}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.from}>
                  <th scope="row">{words.range(formatCount(point.from), formatCount(point.to))}</th>
                  <td>{formatBits(point.surprisal ?? Infinity)}</td>
                  <td>{formatBits(point.entropy)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
