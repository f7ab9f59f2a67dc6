import { formatCount } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import type { InsideView } from '../../playground-state.ts';
import { Attention } from './attention.tsx';
import { copy } from './copy.ts';
import styles from './inside.module.css';
import { LogitLens } from './logit-lens.tsx';

export type InsideState =
  /** The model that answers has no inside; `coming` is one that has, and is still loading. */
  | { readonly phase: 'none'; readonly model: string; readonly coming?: string | undefined }
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly sentence: string; readonly onRetry: () => void }
  /** `busy` while a newer view is made. */
  | { readonly phase: 'ready'; readonly view: InsideView; readonly busy: boolean };

export interface InsidePanelProps {
  readonly state: InsideState;
  readonly vocabulary: VocabularyBytes | undefined;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
}

/** What lies between ids and logits: the logit lens, and the attention of the last position. */
export function InsidePanel({ state, vocabulary, activeId, onActive }: InsidePanelProps) {
  const words = useCopy(copy);
  if (state.phase === 'none')
    return (
      <p className={styles.about}>
        {state.coming === undefined ? words.none(state.model) : words.coming(state.coming)}
      </p>
    );
  if (state.phase === 'failed')
    return (
      <div role="alert" className={styles.about}>
        {state.sentence} <Button onClick={state.onRetry}>{words.retry}</Button>
      </div>
    );
  if (state.phase === 'loading' || vocabulary === undefined)
    return <Skeleton rows={7} label={words.loading} />;
  const { view, busy } = state;
  const shared = { vocabulary, activeId, onActive };
  return (
    <div className={styles.panel} aria-busy={busy}>
      <p className={styles.about}>{words.about(formatCount(view.maker.vocabularySize))}</p>
      <LogitLens inside={view.inside} {...shared} />
      <Attention view={view} {...shared} />
    </div>
  );
}
