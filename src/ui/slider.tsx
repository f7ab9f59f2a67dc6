import { memo, type CSSProperties } from 'react';
import { classNames } from './class-names.ts';
import styles from './slider.module.css';
import { usePacedInput } from './use-paced-input.ts';

export interface SliderProps {
  /** The accessible name, exactly. */
  readonly label: string;
  /** The value in force; beyond either end the thumb rests at that end and `valueText` must say the value. */
  readonly value: number;
  /** Once a frame while it is dragged, with the newest value, and when it is let go. */
  readonly onChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where the filled part begins. Default: `min`. */
  readonly origin?: number;
  /** Said in place of the bare number. */
  readonly valueText?: string | undefined;
  /** Drawn softly: the value has no effect now. */
  readonly idle?: boolean;
  /** Meaning of the fill: the accent, or a bias up or down. */
  readonly tone?: 'accent' | 'up' | 'down';
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

/** A native range input: its raw value is the number itself. */
export const Slider = memo(function Slider(props: SliderProps) {
  const { label, value, onChange, min, max, step, origin = min, valueText, idle, tone = 'accent' } = props;
  const place = (at: number): number => Math.min(1, Math.max(0, (at - min) / (max - min)));
  const input = usePacedInput(value, onChange);
  const [from, to] = [place(origin), place(value)].sort((a, b) => a - b);
  return (
    <input
      type="range"
      className={classNames(styles['slider'], styles[tone], idle && styles['idle'], props.className)}
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      step={step}
      disabled={props.disabled}
      {...input}
      style={{ '--from': from, '--to': to } as CSSProperties}
    />
  );
});
