import { useLayoutEffect, useState, type RefObject } from 'react';

/** Before anything is measured, and where the height follows the content. */
const usualRows = 12;
/** In rem, as in the sheet beside this file: a row; the heading row and the last row together. */
const rowHeight = 2;
const othersHeight = 1.75 + rowHeight;

/**
 * How many candidates fill the height of the box, in whole rows. The box must get its height from its parent,
 * not from the rows; `fill` says that it does.
 */
export function useRowCount(box: RefObject<HTMLElement | null>, fill: boolean): number {
  const [rows, setRows] = useState(usualRows);
  useLayoutEffect(() => {
    const element = box.current;
    if (!fill || element === null || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRows(Math.max(4, Math.floor(element.clientHeight / rem / rowHeight - othersHeight / rowHeight)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [box, fill]);
  return fill ? rows : usualRows;
}
