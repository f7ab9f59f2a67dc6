import { useCallback } from 'react';
import { wordForms } from '../../../core/tokens/word-forms.ts';
import { valueOf } from '../../../state/async.ts';
import { encodingIn } from '../reading-encoding.ts';
import { BiasList } from '../parts/bias/bias-list.tsx';
import { usePlayground, usePlaygroundState } from '../playground-context.tsx';

export function BiasSection() {
  const playground = usePlayground();
  const forms = useCallback(
    (word: string) =>
      Promise.all(wordForms(word).map(async (text) => ({ text, ids: [...(await playground.encode(text))] }))),
    [playground],
  );
  return (
    <BiasList
      entries={usePlaygroundState((state) => state.bias)}
      onChange={playground.setBias}
      encoding={usePlaygroundState(encodingIn)}
      vocabulary={usePlaygroundState((state) => valueOf(state.vocabulary))}
      forms={forms}
      onActive={playground.setActive}
    />
  );
}
