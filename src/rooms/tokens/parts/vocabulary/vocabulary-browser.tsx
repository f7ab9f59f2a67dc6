import { useEffect, useRef, useState } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyCounts } from '../../../../core/vocabulary/count-tokens.ts';
import type { FindRefusal } from '../../../../core/vocabulary/parse-find.ts';
import type { VocabularyQuery } from '../../../../core/vocabulary/vocabulary-query.ts';
import { Button } from '../../../../ui/button.tsx';
import { copy as kit } from '../../../../ui/copy.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import { CategoryTable } from './category-table.tsx';
import { copy } from './copy.ts';
import { FindBar } from './find-bar.tsx';
import { FindHelp } from './find-help.tsx';
import { KindFilter } from './kind-filter.tsx';
import { LongestTokens } from './longest-tokens.tsx';
import type { TokenActions } from './row-actions.tsx';
import { TokenDetails } from './token-details.tsx';
import { VocabularyGrid } from './vocabulary-grid.tsx';
import type { VocabularyRow } from './vocabulary-rows.ts';
import styles from './vocabulary.module.css';

export type VocabularyBrowserState =
  | { readonly phase: 'loading'; /** In [0, 1], where it is known. */ readonly share?: number | undefined }
  | { readonly phase: 'failed'; readonly sentence: string; readonly onRetry: () => void }
  | {
      readonly phase: 'ready';
      /** Ids, those that stand for nothing included. */
      readonly size: number;
      readonly counts: VocabularyCounts;
      /** In the query's order. A new array for each answer: the list then begins at its top. */
      readonly hits: Uint32Array;
      /** Why the query was not looked for; `hits` are those of the query before. */
      readonly refusal?: FindRefusal | undefined;
      readonly rowOf: (id: TokenId) => VocabularyRow;
    };

export interface VocabularyBrowserProps extends TokenActions {
  readonly state: VocabularyBrowserState;
  readonly query: VocabularyQuery;
  readonly onQuery: (query: VocabularyQuery) => void;
  /** A search is under way. */
  readonly busy: boolean;
}

/** The vocabulary of an encoding: all ids, found, filtered and put in order. */
export function VocabularyBrowser({ state, ...rest }: VocabularyBrowserProps) {
  const words = useCopy(copy);
  const { retry } = useCopy(kit);
  if (state.phase === 'loading') return <Progress label={words.loading} share={state.share} />;
  if (state.phase === 'failed') {
    return (
      <div className={styles.failed}>
        <Notice tone="alert">{state.sentence}</Notice>
        <Button onClick={state.onRetry}>{retry}</Button>
      </div>
    );
  }
  return <ReadyBrowser state={state} {...rest} />;
}

interface ReadyProps extends VocabularyBrowserProps {
  readonly state: Extract<VocabularyBrowserState, { readonly phase: 'ready' }>;
}

function ReadyBrowser({ state, query, onQuery, busy, onUse, onBias, onOpen }: ReadyProps) {
  const { size, counts, hits, refusal, rowOf } = state;
  const actions = { onUse, onBias, onOpen };
  const words = useCopy(copy);
  const grid = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<{ readonly id: TokenId; readonly byKey: boolean }>();
  // Of another encoding there may be no such id.
  const shown = opened !== undefined && opened.id < size ? opened : undefined;

  // Who opened it by a key reads on there; on a narrow screen it lies below the rows.
  useEffect(() => {
    if (opened?.byKey) details.current?.focus();
    else details.current?.scrollIntoView?.({ block: 'nearest' });
  }, [opened]);

  const count = busy ? words.looking : words.count(formatCount(hits.length), formatCount(size));
  return (
    <div className={styles.browser}>
      <div className={styles.main}>
        <FindBar counts={counts} refusal={refusal} query={query} onQuery={onQuery} />
        <KindFilter counts={counts} chosen={query.kinds} onChange={(kinds) => onQuery({ ...query, kinds })} />
        <p role="status" className={styles.count}>
          {refusal === undefined ? count : hits.length > 0 && words.stale}
        </p>
        {hits.length > 0 ? (
          <VocabularyGrid
            hits={hits}
            rowOf={rowOf}
            busy={busy}
            stale={refusal !== undefined}
            opened={shown?.id}
            onDetails={(id, byKey) => setOpened({ id, byKey })}
            scroller={grid}
            {...actions}
          />
        ) : (
          !busy && (
            <div className={styles.nothing}>
              {refusal === undefined && (
                <EmptyState>
                  {words.nothing} {(query.kinds.length > 0 || query.script) && words.nothingKinds}
                </EmptyState>
              )}
              <FindHelp />
            </div>
          )
        )}
      </div>
      <div className={styles.side}>
        {shown !== undefined && (
          <TokenDetails
            row={rowOf(shown.id)}
            rowOf={rowOf}
            detailsRef={details}
            onClose={() => {
              setOpened(undefined);
              grid.current?.focus();
            }}
            {...actions}
          />
        )}
        <CategoryTable counts={counts} />
        <LongestTokens counts={counts} rowOf={rowOf} onDetails={(id) => setOpened({ id, byKey: true })} />
      </div>
    </div>
  );
}
