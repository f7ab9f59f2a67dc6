import { memo } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { classNames } from '../../../../ui/class-names.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { NumberField } from '../../../../ui/number-field.tsx';
import { Slider } from '../../../../ui/slider.tsx';
import { biasLimits, type BiasEntry } from '../../bias-entries.ts';
import type { TokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { biasAt, positionOf, sliderEnd } from './bias-curve.ts';
import styles from './bias.module.css';
import { copy } from './copy.ts';
import { odds } from './odds.ts';

interface BiasRowProps {
  readonly entry: BiasEntry;
  readonly face: TokenFace;
  /** The same function from render to render. */
  readonly onChange: (entry: BiasEntry) => void;
  readonly onRemove: (entry: BiasEntry) => void;
  readonly onActive?: ((id: number | undefined) => void) | undefined;
}

/** One token's bias: up is blue and ▲, down is orange and ▼, a ban is −∞. */
export const BiasRow = memo(function BiasRow({ entry, face, onChange, onRemove, onActive }: BiasRowProps) {
  const words = useCopy(copy);
  const { bias, banned, muted, id } = entry;
  const tone = banned || bias < 0 ? 'down' : 'up';
  const idle = muted || (bias === 0 && !banned);
  const set = (next: number): void => onChange({ ...entry, bias: next, banned: false, muted: false });
  return (
    <li
      className={classNames(styles['entry'], muted && styles['muted'])}
      onPointerEnter={() => onActive?.(id)}
      onPointerLeave={() => onActive?.(undefined)}
      onFocus={() => onActive?.(id)}
      onBlur={() => onActive?.(undefined)}
    >
      <span className={classNames(styles['sign'], !idle && styles[tone])} aria-hidden="true">
        {banned || bias < 0 ? '▼' : bias > 0 ? '▲' : '·'}
      </span>
      <TokenChip face={face} removed={banned && !muted} />
      <span className={styles['odds']}>{muted ? words.muted : banned ? words.banned : odds(bias)}</span>
      {banned ? (
        <span className={classNames(styles['infinite'], !idle && styles[tone])}>−∞</span>
      ) : (
        <NumberField
          label={words.number(face.label)}
          className={classNames(styles['number'], !idle && styles[tone])}
          value={bias}
          onChange={set}
          min={biasLimits.min}
          max={biasLimits.max}
          step={0.1}
          digits={1}
          idle={idle}
          refusal={(text) => words.refused(text, String(bias))}
        />
      )}
      <IconButton icon="close" label={words.remove(face.label)} onClick={() => onRemove(entry)} />
      <div className={styles['below']}>
        <Slider
          label={words.slider(face.label)}
          className={styles['slider']}
          value={positionOf(bias)}
          onChange={(position) => set(biasAt(position))}
          min={-sliderEnd}
          max={sliderEnd}
          step={0.5}
          origin={0}
          tone={tone}
          idle={idle}
          disabled={banned}
          valueText={words.spoken(String(bias), odds(bias))}
        />
        <span className={styles['actions']}>
          <Button
            className={styles['action']}
            aria-label={words.banToken(face.label)}
            aria-pressed={banned}
            title={words.bannedWhy}
            onClick={() => onChange({ ...entry, banned: !banned, muted: false })}
          >
            {words.ban}
          </Button>
          <Button
            className={styles['action']}
            aria-label={words.forceToken(face.label)}
            aria-pressed={!banned && bias === biasLimits.max}
            onClick={() => set(biasLimits.max)}
          >
            {words.force}
          </Button>
          <IconButton
            icon={muted ? 'mute' : 'shown'}
            label={words.mute(face.label)}
            aria-pressed={muted}
            onClick={() => onChange({ ...entry, muted: !muted })}
          />
        </span>
      </div>
    </li>
  );
});
