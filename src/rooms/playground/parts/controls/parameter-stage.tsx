import { memo } from 'react';
import { ParameterField, type ShownParameter } from './parameter-field.tsx';
import { ParameterSlider } from './parameter-slider.tsx';
import { StageRow, type StageFrame } from './stage-row.tsx';

interface ParameterStageProps extends StageFrame {
  readonly parameter: ShownParameter;
  readonly value: number;
  readonly acting: boolean;
  readonly max?: number | undefined;
  readonly onChange: (parameter: ShownParameter, value: number) => void;
}

/** A stage with one number: temperature, top-k, top-p, min-p. Memoised: dragging one slider renders one line. */
export const ParameterStage = memo(function ParameterStage(props: ParameterStageProps) {
  const { parameter, value, acting, max, onChange, ...frame } = props;
  return (
    <StageRow
      {...frame}
      acting={acting}
      value={
        <ParameterField parameter={parameter} value={value} onChange={onChange} max={max} idle={!acting} />
      }
    >
      <ParameterSlider parameter={parameter} value={value} onChange={onChange} idle={!acting} />
    </StageRow>
  );
});
