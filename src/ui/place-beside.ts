/** CSS pixels between a floating box and what it belongs to, and the least distance to the window's edge. */
const gap = 6;

/** Puts a fixed box under its anchor, over it when there is more room, and never outside the window. */
export function placeBeside(box: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const below = innerHeight - at.bottom;
  const over = box.offsetHeight + gap > below && at.top > below;
  const top = over ? at.top - gap - box.offsetHeight : at.bottom + gap;
  const left = Math.min(at.left, innerWidth - box.offsetWidth - gap);
  box.style.top = `${Math.max(gap, top)}px`;
  box.style.left = `${Math.max(gap, left)}px`;
}
