import { bilingual, useCopy } from '../../../../ui/language.tsx';
import { later } from '../../../../ui/later.tsx';
import type { TimelineProps } from './timeline-body.tsx';
import styles from './timeline.module.css';

const copy = bilingual(
  { title: 'Over time', empty: 'After two drawn tokens, surprisal and entropy are drawn here.' },
  { title: '時間の流れ', empty: 'トークンを 2 個引くと、ここに驚きとエントロピーの線が現れます。' },
);

/** It comes when there is something to sum up. */
const TimelineBody = later(
  () => import('./timeline-body.tsx').then((part) => part.TimelineBody),
  () => <Waiting />,
);

/** How surprising each token was, against how surprising it could be expected to be. */
export function Timeline({ entries, vocabulary }: TimelineProps) {
  const words = useCopy(copy);
  if (entries.length >= 2) return <TimelineBody entries={entries} vocabulary={vocabulary} />;
  return (
    <section className={styles.timeline} data-empty>
      <h2>{words.title}</h2>
      <p className={styles.empty}>{words.empty}</p>
    </section>
  );
}

/** As high as what is coming. */
function Waiting() {
  const words = useCopy(copy);
  return (
    <section className={styles.timeline} aria-busy="true">
      <h2>{words.title}</h2>
      <div className={styles.waiting} />
    </section>
  );
}
