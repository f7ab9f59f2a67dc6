import { useCopy } from '../../../../ui/language.tsx';
import { NumberField } from '../../../../ui/number-field.tsx';
import { rangeOf, type SamplerParameter } from '../../sampler-ranges.ts';
import { copy } from './copy.ts';

export type ShownParameter = Exclude<SamplerParameter, 'minKeep'>;

interface ParameterFieldProps {
  readonly parameter: ShownParameter;
  readonly value: number;
  readonly onChange: (parameter: ShownParameter, value: number) => void;
  /** A narrower end than the parameter's own, such as the vocabulary's size. */
  readonly max?: number | undefined;
  readonly idle?: boolean;
}

/** The number beside a slider: any accepted value can be typed, also beyond the slider's ends. */
export function ParameterField({
  parameter,
  value,
  onChange,
  max: narrower,
  idle = false,
}: ParameterFieldProps) {
  const words = useCopy(copy);
  const { min, max: own, step, whole } = rangeOf(parameter);
  const max = narrower ?? own;
  const name = words.parameters[parameter];
  return (
    <NumberField
      label={words.valueOf(name)}
      value={value}
      onChange={(next) => onChange(parameter, next)}
      min={min}
      max={max}
      step={step}
      whole={whole}
      digits={whole ? 0 : 2}
      idle={idle}
      refusal={(entry) => words.refused(name, entry, String(min), String(max), whole, String(value))}
    />
  );
}
