import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { atFrame } from './at-frame.ts';

interface PacedInput {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly defaultValue: number;
}

/**
 * Props for a native number or range input whose every movement would cost much: `onChange` is told once a frame with the
 * newest value, and at once when the input is let go or a key was pressed. Meanwhile the input holds its own value, which
 * follows `value` whenever that changes from outside.
 */
export function usePacedInput(value: number, onChange: (value: number) => void): PacedInput {
  const ref = useRef<HTMLInputElement>(null);
  const latest = useRef({ value, onChange });
  const cancel = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    latest.current = { value, onChange };
  });
  useLayoutEffect(() => {
    const input = ref.current!;
    if (cancel.current === undefined && input.valueAsNumber !== value) input.value = String(value);
  }, [value]);
  useEffect(() => {
    const input = ref.current!;
    const say = (): void => {
      cancel.current?.();
      cancel.current = undefined;
      const { value: inForce, onChange: tell } = latest.current;
      if (input.valueAsNumber !== inForce) tell(input.valueAsNumber);
    };
    const onInput = (): void => {
      // A page in the background draws no frames.
      if (document.hidden) say();
      else cancel.current ??= atFrame(say);
    };
    input.addEventListener('input', onInput);
    input.addEventListener('change', say);
    return () => {
      input.removeEventListener('input', onInput);
      input.removeEventListener('change', say);
      if (cancel.current !== undefined) say();
    };
  }, []);
  return { ref, defaultValue: value };
}
