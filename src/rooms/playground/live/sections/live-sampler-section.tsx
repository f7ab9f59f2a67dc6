import { Choice } from '../../../../ui/choice.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { usePlayground, usePlaygroundState } from '../../playground-context.tsx';
import type { Sampler } from '../sampler.ts';
import { liveWords } from '../live-words.ts';
import styles from './live-sections.module.css';

/** Who acts by the settings. */
export function LiveSamplerSection() {
  const playground = usePlayground();
  const words = useCopy(liveWords);
  const sampler = usePlaygroundState((state) => state.sampler);
  return (
    <div className={styles['sampler']}>
      <Choice<Sampler>
        label={words.sampler}
        labelShown
        value={sampler}
        onChange={playground.setSampler}
        options={[
          { value: 'here', text: words.here },
          { value: 'there', text: words.there },
        ]}
      />
      <span className={styles['hint']}>{sampler === 'here' ? words.hereHint : words.thereHint}</span>
    </div>
  );
}
