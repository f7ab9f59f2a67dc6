import { useMemo } from 'react';
import { valueOf } from '../../../state/async.ts';
import { useFaultSentence } from '../../../ui/fault-words.tsx';
import { useCopy } from '../../../ui/language.tsx';
import { later } from '../../../ui/later.tsx';
import { difference } from '../../../core/tokens/text-difference.ts';
import { copy } from '../parts/text/copy.ts';
import { surpriseWords, type SurpriseGround } from '../../../ui/tokens/surprise-ground.ts';
import { usePacedState, usePlayground, usePlaygroundState } from '../playground-context.tsx';
import { selectSurprise } from '../selectors/select-surprise.ts';

/** Shown when it is asked for. */
const SurpriseLine = later(() => import('../parts/text/surprise-line.tsx').then((part) => part.SurpriseLine));

/** What shades the text; undefined while the tokens have their own colours. */
export function useSurpriseGround(): SurpriseGround | undefined {
  const words = useCopy(copy);
  const on = usePlaygroundState((state) => state.colours === 'surprise');
  const surprise = usePacedState((state) => valueOf(state.surprise));
  const text = usePacedState((state) => (state.colours === 'surprise' ? state.document.text : ''));
  const weighed = useMemo(() => {
    if (surprise === undefined) return undefined;
    const until = difference(surprise.text, text)?.from ?? text.length;
    return { first: surprise.first, ids: surprise.ids, bits: surprise.bits, until };
  }, [surprise, text]);
  return useMemo(
    () => (on ? { words: surpriseWords(words.bits), weighed } : undefined),
    [on, words, weighed],
  );
}

export function SurpriseSection() {
  const playground = usePlayground();
  const sentence = useFaultSentence();
  const surprise = usePlaygroundState((state) => state.surprise);
  const newest = valueOf(surprise);
  const summary = useMemo(() => newest && selectSurprise(newest), [newest]);
  return (
    <SurpriseLine
      summary={summary}
      maker={newest?.maker.id}
      phase={surprise.phase}
      weighing={usePacedState((state) => state.weighing, 'calm')}
      sentence={surprise.phase === 'failed' ? sentence(surprise.fault) : undefined}
      onCancel={() => playground.setColours('tokens')}
      onRetry={playground.weighAgain}
    />
  );
}
