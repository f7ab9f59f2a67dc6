import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Slider } from '../../../../ui/slider.tsx';
import { copy } from './copy.ts';
import styles from './merges.module.css';
import type { Playback } from './use-playback.ts';

/** Back, Play or Pause, Step, and a slider over all steps. */
export function MergeControls({ playback }: { readonly playback: Playback }) {
  const words = useCopy(copy);
  const { at, count, playing } = playback;
  const place = words.place(formatCount(at), formatCount(count));
  const back = at > 0;
  const on = at < count;
  return (
    <div className={styles.controls}>
      {/* Not disabled: the focus would be lost on the way to either end. */}
      <Button aria-disabled={!back || undefined} onClick={() => back && playback.go(at - 1)}>
        {words.back}
      </Button>
      <Button look="primary" onClick={playback.toggle}>
        {playing ? words.pause : words.play}
      </Button>
      <Button aria-disabled={!on || undefined} onClick={() => on && playback.go(at + 1)}>
        {words.step}
      </Button>
      <span className={styles.scrub}>
        <Slider
          label={words.slider}
          min={0}
          max={count}
          step={1}
          value={at}
          valueText={place}
          onChange={playback.go}
        />
        <span className={styles.place} aria-hidden="true">
          {place}
        </span>
      </span>
    </div>
  );
}
