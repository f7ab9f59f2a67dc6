import type { ChartPalette } from './chart-palette.ts';

/** A picture as shapes, in CSS pixels, drawn in order; one description for both SVG and canvas. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly background: string;
  readonly shapes: readonly Shape[];
}

export type Shape = RectShape | LineShape | TextShape;

export interface RectShape {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill?: string;
  readonly stroke?: string;
}

export interface LineShape {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly width: number;
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly mono?: boolean;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'end';
}

/** Fonts that are there without a download; the page's own are not part of a picture. */
export const sansFont =
  'system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", sans-serif';
export const monoFont = 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** Diagonal lines that fill a rectangle, cut at its edges: "removed". */
export function hatchLines(
  x: number,
  y: number,
  width: number,
  height: number,
  palette: ChartPalette,
): LineShape[] {
  const lines: LineShape[] = [];
  for (let start = x + 4; start < x + width + height; start += 6) {
    // From (start, y) down to the left, kept between x and x + width.
    const over = Math.max(0, start - (x + width));
    const under = Math.max(0, x - (start - height));
    const [x1, y1, x2, y2] = [start - over, y + over, start - height + under, y + height - under];
    if (x1 > x2) lines.push({ kind: 'line', x1, y1, x2, y2, stroke: palette.hatch, width: 2 });
  }
  return lines;
}

/** About how wide a text is, from its characters alone: East Asian ones are as wide as high. */
export function textWidth(text: string, size: number, mono: boolean): number {
  let ems = 0;
  for (const character of text) ems += character > '\u2e7f' ? 1 : mono ? 0.602 : 0.56;
  return ems * size;
}
