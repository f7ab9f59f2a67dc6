import { memo, useId, useState } from 'react';
import { classNames } from '../../../../ui/class-names.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import styles from './controls.module.css';
import { copy } from './copy.ts';
import { ParameterField, type ShownParameter } from './parameter-field.tsx';
import { ParameterSlider } from './parameter-slider.tsx';
import { StageRow, type StageFrame } from './stage-row.tsx';

interface PenaltiesStageProps extends StageFrame {
  readonly repetition: number;
  readonly frequency: number;
  readonly presence: number;
  readonly lastN: number;
  readonly acting: boolean;
  readonly onChange: (parameter: ShownParameter, value: number) => void;
}

const sliders = ['repetition', 'frequency', 'presence'] as const;

/** Three penalties that act as one stage; folded away while they do nothing. */
export const PenaltiesStage = memo(function PenaltiesStage(props: PenaltiesStageProps) {
  const { repetition, frequency, presence, lastN, acting, onChange, ...frame } = props;
  const words = useCopy(copy);
  const [chosen, setOpen] = useState<boolean>();
  const open = chosen ?? acting;
  const id = useId();
  const values = { repetition, frequency, presence };
  return (
    <StageRow
      {...frame}
      acting={acting}
      onUse={(stage, on) => {
        setOpen(on);
        frame.onUse(stage, on);
      }}
      value={
        <IconButton
          icon="chevron"
          label={words.penaltySettings}
          aria-expanded={open}
          aria-controls={id}
          className={classNames(styles['fold'], open && styles['unfolded'])}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <div id={id} hidden={!open} className={styles['penalties']}>
        {open &&
          sliders.map((parameter) => (
            <div key={parameter} className={styles['penalty']}>
              <span>{words.parameters[parameter]}</span>
              <ParameterField
                parameter={parameter}
                value={values[parameter]}
                onChange={onChange}
                idle={!acting}
              />
              <ParameterSlider
                parameter={parameter}
                value={values[parameter]}
                onChange={onChange}
                idle={!acting}
              />
            </div>
          ))}
        {open && (
          <div className={styles['penalty']}>
            <span>
              {words.parameters.lastN} <small>{words.lookBackHint}</small>
            </span>
            <ParameterField parameter="lastN" value={lastN} onChange={onChange} idle={!acting} />
          </div>
        )}
      </div>
    </StageRow>
  );
});
