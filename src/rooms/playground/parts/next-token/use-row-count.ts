import { useLayoutEffect, useState, type RefObject } from 'react';

/** Before anything is measured, and where the height follows the content. */
const usualRows = 12;
/** However little room there is. */
const leastRows = 4;

/**
 * How many candidates fill the height of the box, in whole rows; the sheet beside this file says how high they are.
 * The box must get its height from its parent, not from the rows: `fill` says that it does.
 */
export function useRowCount(box: RefObject<HTMLElement | null>, fill: boolean): number {
  const [rows, setRows] = useState(usualRows);
  useLayoutEffect(() => {
    const element = box.current;
    if (!fill || element === null || typeof ResizeObserver === 'undefined') return undefined;
    const measure = () => {
      const style = getComputedStyle(element);
      const rems = (name: string) => parseFloat(style.getPropertyValue(name));
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const room = element.clientHeight / rem - rems('--other-rows');
      setRows(Math.max(leastRows, Math.floor(room / rems('--row'))));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box, fill]);
  return fill ? rows : usualRows;
}
