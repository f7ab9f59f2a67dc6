import { useCallback, useMemo } from 'react';
import type { TokenId } from '../../../core/numbers/units.ts';
import { valueOf } from '../../../state/async.ts';
import { useFaultSentence } from '../../../ui/fault-words.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import { NextToken, type NextTokenState } from '../parts/next-token/next-token.tsx';
import { usePacedState, usePlayground } from '../playground-context.tsx';
import styles from '../playground-room.module.css';
import { firstView } from '../first-view-rows.ts';
import { openingText, type PlaygroundState } from '../playground-state.ts';
import { defaultSettings } from '../sampler-settings.ts';
import { pickOf } from '../pick-of.ts';

/** On a phone the table is as high as its rows, so that the tape is a thumb's stroke away. */
const rowsOnPhone = 8;

export function NextTokenSection() {
  const playground = usePlayground();
  const state = useNextTokenState();
  const pick = usePacedState(pickOf);
  const activeId = usePacedState((all) => all.activeId);
  const found = usePacedState((all) => all.found);
  const scale = usePacedState((all) => all.scale);
  const still = usePacedState((all) => all.playing || all.fresh);
  const narrow = useMedia('(max-width: 760px)');
  const onTake = useCallback((id: TokenId) => void playground.take(id), [playground]);
  return (
    <div className={styles['next']}>
      <NextToken
        state={state}
        pick={pick}
        activeId={activeId}
        onActive={playground.setActive}
        onTake={onTake}
        pinned={found}
        onPin={playground.find}
        onUnpin={playground.unfind}
        scale={scale}
        onScale={playground.setScale}
        rows={narrow ? rowsOnPhone : 'fill'}
        still={still}
      />
    </div>
  );
}

function useNextTokenState(): NextTokenState {
  const playground = usePlayground();
  const sentence = useFaultSentence();
  const trace = usePacedState((all) => all.trace);
  const vocabulary = usePacedState((all) => valueOf(all.vocabulary));
  const failure = usePacedState(failureOf);
  const waitingFor = usePacedState(waitingForOf);
  const loading = usePacedState((all) => all.loading);
  const atStart = usePacedState((all) => valueOf(all.prediction)?.reading.window.length === 0);
  const maker = usePacedState((all) => valueOf(all.prediction)?.maker.id);
  const isFirst = usePacedState(isFirstView);
  return useMemo(() => {
    if (failure !== undefined)
      return { phase: 'failed', sentence: sentence(failure), onRetry: playground.retry };
    if (trace !== undefined && maker !== undefined)
      return { phase: 'ready', trace, maker, vocabulary, atStart };
    if (isFirst) return { phase: 'ahead', view: firstView };
    const share = loading && loading.total > 0 ? loading.loaded / loading.total : undefined;
    return { phase: 'loading', what: waitingFor, share };
  }, [failure, trace, maker, vocabulary, atStart, waitingFor, loading, isFirst, sentence, playground]);
}

/** Nothing has been changed that the distribution depends on: it is the one that was computed beforehand. */
const isFirstView = ({ document, settings, bias, windowSize, special }: PlaygroundState) =>
  document.text === openingText &&
  document.exact === 0 &&
  settings === defaultSettings &&
  bias.length === 0 &&
  windowSize === undefined &&
  special === 'text';

/** A model that could not be had is told of elsewhere as long as another one answers. */
const failureOf = ({ model, answering, vocabulary, prediction, reading }: PlaygroundState) =>
  [...(answering ? [] : [model]), vocabulary, reading, prediction].find((part) => part.phase === 'failed')
    ?.fault;

function waitingForOf({ answering, vocabulary }: PlaygroundState): 'vocabulary' | 'model' | 'distribution' {
  if (answering === undefined) return 'model';
  return vocabulary.phase === 'done' ? 'distribution' : 'vocabulary';
}
