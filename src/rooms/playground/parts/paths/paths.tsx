import { useMemo } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { SamplePath } from '../../../../engines/live/live-client.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import { copy } from './copy.ts';
import { overlay } from './overlay.ts';
import { PathBranches } from './path-branches.tsx';
import { PathsControls, type PathsControlsProps } from './paths-controls.tsx';
import type { PathsState } from './paths-state.ts';
import styles from './paths.module.css';

export interface PathsProps extends PathsControlsProps {
  readonly state: PathsState;
  /** The name of the model that is asked. */
  readonly model: string;
  /** Whether it can go on with a text token by token; when not, this is all there is to see. */
  readonly canContinue: boolean;
  readonly onCancel: () => void;
  /** Takes a whole path; without it there is nothing to take with. */
  readonly onTake?: ((path: SamplePath) => void) | undefined;
}

const none: readonly SamplePath[] = [];

/** Several runs of a model from the end of the text, laid over one another. */
export function Paths(props: PathsProps) {
  const { state, model, onTake } = props;
  const words = useCopy(copy);
  const paths = state.phase === 'idle' ? none : state.paths;
  const tree = useMemo(() => overlay(paths), [paths]);
  const running = state.phase === 'running';
  return (
    <div className={styles.paths} aria-busy={running}>
      {!props.canContinue && <p className={styles.about}>{words.cannotContinue}</p>}
      <PathsControls {...props} running={running} />
      {running && (
        <Progress
          label={words.sampling(model)}
          share={state.total > 0 ? state.done / state.total : undefined}
          figure={words.progress(formatCount(state.done), formatCount(state.total))}
          onCancel={props.onCancel}
        />
      )}
      {state.phase === 'failed' && (
        <Notice tone="alert">
          {state.sentence}
          {tree.count > 0 && ` ${words.kept(formatCount(tree.count))}`}
        </Notice>
      )}
      {state.phase === 'idle' && <EmptyState>{words.empty(model)}</EmptyState>}
      <p role="status" className={styles.about}>
        {state.phase === 'done' && tree.count === 0 && words.noPath}
        {tree.count > 0 && !running && words.summary(formatCount(tree.count), formatCount(tree.different))}
      </p>
      {tree.count > 0 && (
        <>
          <div className={styles.tree}>
            <PathBranches
              of={tree}
              total={tree.count}
              label={words.tree}
              onTake={running ? undefined : onTake}
            />
          </div>
          <p className={styles.note}>{words.note}</p>
        </>
      )}
    </div>
  );
}
