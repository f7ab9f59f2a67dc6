import { useCallback, useId, useMemo, useRef, useState, type Ref } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import type { ScaleKind } from './bar-scale.ts';
import { CandidatesTable } from './candidates-table.tsx';
import { copy } from './copy.ts';
import { later } from '../../../../ui/later.tsx';
import styles from './next-token.module.css';
import { ScaleSwitch } from './scale-switch.tsx';
import { candidatesAhead, faceAhead, type FirstView } from './first-view.ts';
import { selectCandidates } from './select-candidates.ts';
import { useRowCount } from './use-row-count.ts';

/** Below the rows: it may come a moment after them, and takes no room from them when it does. */
const FindToken = later(
  () => import('./find-token.tsx').then((part) => part.FindToken),
  () => <span className={styles.finding} />,
);

export type NextTokenState =
  | {
      readonly phase: 'loading';
      readonly what: 'vocabulary' | 'model' | 'distribution';
      /** In [0, 1], where it is known. */
      readonly share?: number | undefined;
    }
  | {
      /** What was computed beforehand, until the live one is there. */
      readonly phase: 'ahead';
      readonly view: FirstView;
    }
  | { readonly phase: 'failed'; readonly sentence: string; readonly onRetry?: (() => void) | undefined }
  | {
      readonly phase: 'ready';
      readonly trace: Trace;
      /** The model that the distribution is of. */
      readonly maker: string;
      readonly vocabulary: VocabularyBytes | undefined;
      /** Nothing comes before the next token. */
      readonly atStart: boolean;
    };

export interface NextTokenProps {
  readonly state: NextTokenState;
  /** The token under the needle. */
  readonly pick: TokenId | undefined;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
  /** By hand; a removed token is taken as well, with a final probability of 0. */
  readonly onTake: (id: TokenId) => void;
  /** Tokens that the reader looked for; they stay in the table. */
  readonly pinned: readonly TokenId[];
  readonly onPin: (id: TokenId) => void;
  readonly onUnpin?: ((id: TokenId) => void) | undefined;
  readonly findRef?: Ref<HTMLInputElement>;
  readonly scale: ScaleKind;
  readonly onScale: (scale: ScaleKind) => void;
  /** `fill` when the part's height is its parent's; else as many rows as are given. */
  readonly rows?: number | 'fill';
  readonly still?: boolean;
}

/** Rows after `Show more`. */
const manyRows = 200;

export function NextToken(props: NextTokenProps) {
  const { state, pick, activeId, pinned, rows = 12, still = false } = props;
  const words = useCopy(copy);
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const measured = useRowCount(box, rows === 'fill');
  const [many, setMany] = useState(false);
  const wanted = many ? manyRows : rows === 'fill' ? measured : rows;
  const trace = state.phase === 'ready' ? state.trace : undefined;
  const ahead = state.phase === 'ahead' ? state.view : undefined;
  const maker = state.phase === 'ready' ? state.maker : ahead?.maker;
  const table = useMemo(
    () =>
      trace
        ? selectCandidates(trace, { count: wanted, pinned, active: activeId, pick })
        : ahead && candidatesAhead(ahead, wanted),
    [trace, ahead, wanted, pinned, activeId, pick],
  );
  const vocabulary = state.phase === 'ready' ? state.vocabulary : undefined;
  const faceOf = useCallback(
    (id: TokenId) => (ahead === undefined ? tokenFace(id, vocabulary) : faceAhead(ahead, id)),
    [ahead, vocabulary],
  );
  const emptied = trace?.stages.find((stage) => stage.note === 'kept-best')?.stage;
  return (
    <section
      className={styles.part}
      data-fill={rows === 'fill' || undefined}
      aria-busy={state.phase === 'loading' || state.phase === 'ahead'}
    >
      <header className={styles.head}>
        <h2>{words.title}</h2>
        {maker !== undefined && table && (
          <span className={styles.fact}>
            {words.candidates(formatCount(table.candidates))}, <b>{words.by(maker)}</b>
          </span>
        )}
        <span className={styles.key} data-key="model">
          {words.outline}
        </span>
        <span className={styles.key} data-key="final">
          {words.filled}
        </span>
        <ScaleSwitch kind={props.scale} onKind={props.onScale} />
      </header>
      {state.phase === 'ready' && state.atStart && <p className={styles.note}>{words.atStart}</p>}
      {state.phase === 'ready' && vocabulary === undefined && (
        <p className={styles.note}>{words.noVocabulary}</p>
      )}
      {emptied !== undefined && <p className={styles.note}>{words.keptBest(words.stages[emptied])}</p>}
      <div ref={box} className={styles.box}>
        <div className={styles.scroller} data-many={many || undefined}>
          {state.phase === 'loading' && (
            <div className={styles.waiting}>
              <Progress label={words.loading[state.what]} share={state.share} />
              <Skeleton rows={wanted} label={words.loading[state.what]} />
            </div>
          )}
          {state.phase === 'failed' && (
            <div role="alert" className={styles.failed}>
              <p>{state.sentence}</p>
              {state.onRetry && <Button onClick={state.onRetry}>{words.retry}</Button>}
            </div>
          )}
          {table && (
            <CandidatesTable
              explain={trace?.explain}
              faceOf={faceOf}
              table={table}
              scaleKind={props.scale}
              activeId={activeId}
              onActive={props.onActive}
              onTake={props.onTake}
              onUnpin={props.onUnpin}
              still={still}
              describedBy={hint}
            />
          )}
        </div>
      </div>
      <footer className={styles.foot}>
        <FindToken trace={trace} vocabulary={vocabulary} onChoose={props.onPin} inputRef={props.findRef} />
        {trace && table && (many || table.candidates > wanted) && (
          <Button look="plain" className={styles.tool} onClick={() => setMany(!many)}>
            {many ? words.showFewer : words.showMore}
          </Button>
        )}
      </footer>
      <p id={hint} className="visually-hidden">
        {words.hint}
      </p>
    </section>
  );
}
