import { useCallback, useState, type RefCallback } from 'react';

/** Before anything is measured, and where nothing can be. */
const usual = 36;

/**
 * Height of a row in px, read off an element that CSS gives that height: it depends on the reader's text size and on
 * whether rows are pressed with a finger.
 */
export function useRowHeight(): readonly [RefCallback<HTMLElement>, number] {
  const [height, setHeight] = useState(usual);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const measure = () => setHeight(element.offsetHeight || usual);
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, height];
}
