import { useCopy } from '../../../../ui/language.tsx';
import { later } from '../../../../ui/later.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import styles from './controls.module.css';
import { copy } from './copy.ts';
import type { HelpTopic } from './help-words.tsx';

const HelpWords = later(() => import('./help-words.tsx').then((part) => part.HelpWords));

/** A `?` that opens one or two sentences. */
export function Help({ name, topic }: { readonly name: string; readonly topic: HelpTopic }) {
  const words = useCopy(copy);
  return (
    <Popover
      label={words.about(name)}
      trigger="?"
      triggerProps={{ look: 'plain', className: styles['help'] }}
      whenOpen
    >
      <div className={styles['helpWords']}>
        <HelpWords topic={topic} />
      </div>
    </Popover>
  );
}
