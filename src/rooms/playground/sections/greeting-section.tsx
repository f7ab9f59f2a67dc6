import { useStore, type StoreApi } from 'zustand';
import type { PreferencesState } from '../../../state/preferences.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { bilingual, useCopy } from '../../../ui/language.tsx';
import styles from '../playground-room.module.css';

const copy = bilingual(
  {
    hint: 'Type in the text, bend the bars with the controls, and press Space to add the token under the needle.',
    dismiss: 'Got it',
  },
  {
    hint: '文章を書き換え、右の設定で棒を曲げ、スペースキーで針の下のトークンを加えてみてください。',
    dismiss: 'わかりました',
  },
);

/** One line for a first visit; gone for good once it is dismissed. */
export function GreetingSection({ preferences }: { readonly preferences: StoreApi<PreferencesState> }) {
  const words = useCopy(copy);
  const { greeted, change } = useStore(preferences);
  if (greeted) return null;
  return (
    <p className={styles['greeting']}>
      <span>{words.hint}</span>
      <IconButton icon="close" label={words.dismiss} onClick={() => change({ greeted: true })} />
    </p>
  );
}
