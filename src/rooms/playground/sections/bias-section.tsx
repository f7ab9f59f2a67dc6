import { useCallback } from 'react';
import { later } from '../../../ui/later.tsx';
import { wordForms } from '../../../core/tokens/word-forms.ts';
import { valueOf } from '../../../state/async.ts';
import { encodingIn } from '../reading-encoding.ts';
import styles from '../playground-room.module.css';
import { usePlayground, usePlaygroundState } from '../playground-context.tsx';

/** The last of the controls: it may come a moment after them. */
const BiasList = later(
  () => import('../parts/bias/bias-list.tsx').then((part) => part.BiasList),
  () => <div className={styles['biasWaiting']} />,
);

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
