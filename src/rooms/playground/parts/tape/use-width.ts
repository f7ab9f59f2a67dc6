import { useLayoutEffect, useState, type RefObject } from 'react';

/** Before anything is measured: about the tape's width on a usual screen. */
const usual = { width: 1200, rem: 16 };

/** Width of an element and of a rem, in CSS pixels. */
export function useWidth(box: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly rem: number;
} {
  const [size, setSize] = useState(usual);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || usual.rem;
      setSize({ width: Math.max(1, element.clientWidth), rem });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box]);
  return size;
}
