import { valueOf } from '../../../state/async.ts';
import { Timeline } from '../parts/timeline/timeline.tsx';
import { usePlaygroundState } from '../playground-context.tsx';
import styles from '../playground-room.module.css';

export function TimelineSection() {
  return (
    <div className={styles['timeline']}>
      <Timeline
        entries={usePlaygroundState((state) => state.document.drawn)}
        vocabulary={usePlaygroundState((state) => valueOf(state.vocabulary))}
      />
    </div>
  );
}
