import { memo } from 'react';
import { presetIds } from '../../../../core/sampling/presets.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import type { SamplerSettings } from '../../sampler-settings.ts';
import styles from './controls.module.css';
import { copy } from './copy.ts';

interface PresetLineProps {
  readonly preset: SamplerSettings['preset'];
  readonly changed: boolean;
  readonly onPreset: (preset: SamplerSettings['preset']) => void;
}

/** Whose settings these are, and the way back when they were changed. */
export const PresetLine = memo(function PresetLine({ preset, changed, onPreset }: PresetLineProps) {
  const words = useCopy(copy);
  const name = words.presets[preset];
  const shown = preset === 'custom' ? [...presetIds, 'custom' as const] : presetIds;
  return (
    <div className={styles['preset']}>
      {changed && <IconButton icon="reset" label={words.resetTo(name)} onClick={() => onPreset(preset)} />}
      <Select
        label={words.preset}
        labelHidden
        value={preset}
        onChange={onPreset}
        options={shown.map((id) => ({
          value: id,
          text: id === preset && changed ? words.changed(words.presets[id]) : words.presets[id],
        }))}
      />
    </div>
  );
});
