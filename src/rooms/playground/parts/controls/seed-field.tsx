import { memo } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { largestSeed } from '../../../../core/sampling/seed.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { NumberField } from '../../../../ui/number-field.tsx';
import styles from './controls.module.css';
import { copy } from './copy.ts';

interface SeedFieldProps {
  readonly seed: number;
  readonly onChange: (seed: number) => void;
}

/** A refused seed is told in a sentence; the old one stays in force. */
export const SeedField = memo(function SeedField({ seed, onChange }: SeedFieldProps) {
  const words = useCopy(copy);
  return (
    <div className={styles['seed']}>
      <span>{words.seed}</span>
      <small>{words.seedHint}</small>
      <NumberField
        label={words.seed}
        value={seed}
        onChange={onChange}
        min={0}
        max={largestSeed}
        step={1}
        whole
        refusal={(entry) => words.seedRefused(entry, String(seed), formatCount(largestSeed))}
      />
    </div>
  );
});
