import { useState, type ReactNode } from 'react';
import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { Probability } from '../../../../core/numbers/units.ts';
import type { SamplePath } from '../../../../engines/live/live-client.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import type { OverlayBranch, PathEnd } from './overlay.ts';
import { PathEndMark } from './path-end-mark.tsx';
import { PathTokens } from './path-tokens.tsx';
import styles from './paths.module.css';

interface PathBranchesProps {
  readonly of: { readonly children: readonly OverlayBranch[]; readonly ends: readonly PathEnd[] };
  /** All paths: a full bar. */
  readonly total: number;
  /** The outermost list has one. */
  readonly label?: string;
  readonly onTake: ((path: SamplePath) => void) | undefined;
}

/** Branches of one fork that are in the page at first, and added each time that more are asked for. */
const atOnce = 12;

/** What the paths did next: where they went, and where they ended. */
export function PathBranches({ of, total, label, onTake }: PathBranchesProps) {
  const words = useCopy(copy);
  const [most, setMost] = useState(atOnce);
  const hidden = Math.max(0, of.children.length - most);
  return (
    <ul role="list" aria-label={label} className={styles.list}>
      {of.children.slice(0, most).map((branch) => {
        const [only] = branch.ends;
        // A branch that all its paths end says why on its own line.
        const leaf = only !== undefined && only.count === branch.count;
        return (
          <li key={branch.key}>
            <Line count={branch.count} share={branch.share} total={total}>
              <PathTokens tokens={branch.tokens} />
              {leaf && <PathEndMark end={only} onTake={onTake} />}
            </Line>
            {!leaf && <PathBranches of={branch} total={total} onTake={onTake} />}
          </li>
        );
      })}
      {hidden > 0 && (
        <li>
          <Button look="plain" onClick={() => setMost(most + atOnce)}>
            {words.moreBranches(formatCount(Math.min(hidden, atOnce)))}
          </Button>
        </li>
      )}
      {of.ends.map((end) => (
        <li key={`end ${end.finish ?? ''}`}>
          <Line count={end.count} share={end.share} total={total}>
            <PathEndMark end={end} onTake={onTake} />
          </Line>
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly count: number;
  readonly share: Probability;
  readonly total: number;
  readonly children: ReactNode;
}

function Line({ count, share, total, children }: LineProps) {
  const words = useCopy(copy);
  return (
    <div className={styles.line}>
      <span className={styles.track} aria-hidden="true">
        <i className={styles.bar} style={{ width: `${((100 * count) / total).toFixed(1)}%` }} />
      </span>
      <span className={styles.count}>{words.times(formatCount(count))}</span>
      <span className={styles.share}>{formatProbability(share)}</span>
      <span className={styles.way}>{children}</span>
    </div>
  );
}
