import { useCallback, useLayoutEffect, useRef, type RefCallback } from 'react';
import { atFrame } from './at-frame.ts';

interface PacedInput {
  readonly ref: RefCallback<HTMLInputElement>;
  readonly defaultValue: number;
}

/**
 * Props for a native number or range input whose every movement would cost much: `onChange` is told once a frame with the
 * newest value, and at once when the input is let go or a key was pressed. Meanwhile the input holds its own value, which
 * follows `value` whenever that changes from outside.
 */
export function usePacedInput(value: number, onChange: (value: number) => void): PacedInput {
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef({ value, onChange });
  const cancel = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    latest.current = { value, onChange };
    const { current } = input;
    if (current !== null && cancel.current === undefined && current.valueAsNumber !== value)
      current.value = String(value);
  });
  const ref = useCallback((element: HTMLInputElement) => {
    input.current = element;
    const say = (): void => {
      cancel.current?.();
      cancel.current = undefined;
      const { value: inForce, onChange: tell } = latest.current;
      if (element.valueAsNumber !== inForce) tell(element.valueAsNumber);
    };
    const onInput = (): void => {
      // A page in the background draws no frames.
      if (document.hidden) say();
      else cancel.current ??= atFrame(say);
    };
    element.addEventListener('input', onInput);
    element.addEventListener('change', say);
    return () => {
      element.removeEventListener('input', onInput);
      element.removeEventListener('change', say);
      if (cancel.current !== undefined) say();
      input.current = null;
    };
  }, []);
  return { ref, defaultValue: value };
}
