import { useCopy } from '../../../../ui/language.tsx';
import { Slider } from '../../../../ui/slider.tsx';
import { rangeOf } from '../../sampler-ranges.ts';
import { copy } from './copy.ts';
import type { ShownParameter } from './parameter-field.tsx';

interface ParameterSliderProps {
  readonly parameter: ShownParameter;
  readonly value: number;
  readonly onChange: (parameter: ShownParameter, value: number) => void;
  readonly idle?: boolean;
}

/** A slider named as its parameter. Its raw value is the parameter; a value beyond its ends is said in words. */
export function ParameterSlider({ parameter, value, onChange, idle = false }: ParameterSliderProps) {
  const words = useCopy(copy);
  const { slider, step, neutral } = rangeOf(parameter);
  const [min, max] = slider;
  const beyond = value < min || value > max;
  const centred = neutral > min && neutral < max && parameter !== 'temperature';
  return (
    <Slider
      label={words.parameters[parameter]}
      value={value}
      onChange={(next) => onChange(parameter, next)}
      min={min}
      max={max}
      step={step}
      origin={centred ? neutral : min}
      idle={idle}
      valueText={idle ? words.spokenOff(String(value)) : beyond ? String(value) : undefined}
    />
  );
}
