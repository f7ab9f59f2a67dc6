import { useId } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { Cost } from '../../../../engines/live/live-client.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { NumberField } from '../../../../ui/number-field.tsx';
import { copy } from './copy.ts';
import { callsUnsaid, pathsRanges } from './paths-ranges.ts';
import styles from './paths.module.css';

export interface PathsControlsProps {
  /** What a run of `n` paths of `length` tokens costs at most. */
  readonly cost: (n: number, length: number) => Cost;
  readonly n: number;
  readonly length: number;
  readonly onN: (n: number) => void;
  readonly onLength: (length: number) => void;
  readonly onRun: () => void;
}

/** How many paths and how long, what that costs at most, and the button that begins it. */
export function PathsControls(props: PathsControlsProps & { readonly running: boolean }) {
  const { cost, n, length, onRun, running } = props;
  const words = useCopy(copy);
  const price = useId();
  const { calls, tokens } = cost(n, length);
  const field = (label: string, value: number, onChange: (value: number) => void, kind: 'n' | 'length') => {
    const { min, max } = pathsRanges[kind];
    return (
      <span className={styles.field}>
        <span aria-hidden="true">{label}</span>
        <NumberField
          label={label}
          className={styles.entry}
          value={value}
          onChange={onChange}
          min={min}
          max={max}
          step={1}
          whole
          refusal={() => words.refused(words.range(String(min), String(max)), String(value))}
        />
      </span>
    );
  };
  return (
    <div className={styles.controls}>
      {field(words.n, n, props.onN, 'n')}
      {field(words.length, length, props.onLength, 'length')}
      <Button
        look={running ? 'quiet' : 'primary'}
        // It stays in the tab order, so that the focus is not lost while it cannot be pressed.
        aria-disabled={running || undefined}
        aria-describedby={price}
        onClick={running ? undefined : onRun}
      >
        {calls > callsUnsaid ? words.runCalls(formatCount(calls)) : words.run}
      </Button>
      <span id={price}>{words.cost(formatCount(calls), formatCount(tokens))}</span>
    </div>
  );
}
