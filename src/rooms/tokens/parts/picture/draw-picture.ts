import { pictureFonts, type Drawing } from '../../../../ui/picture.ts';
import { svgElement } from '../../../../ui/svg-text.ts';
import { drawGrounds, drawIds } from './draw-grounds.ts';
import { drawRun } from './draw-run.ts';
import type { LaidPicture } from './lay-picture.ts';
import { column, letterSize, rowHeight } from './picture-measures.ts';
import type { PicturePalette } from './picture-palette.ts';

export interface DrawOptions {
  /** Of the tokens, in their order. */
  readonly ids: ArrayLike<number>;
  readonly withIds: boolean;
  readonly palette: PicturePalette;
}

/** Tokens on the grid as SVG, with their text as text. */
export function drawPicture({ columns, rows, grounds, runs }: LaidPicture, options: DrawOptions): Drawing {
  const { ids, withIds, palette } = options;
  const height = rowHeight(withIds);
  const mono = { 'font-family': pictureFonts.mono };
  const parts = [
    svgElement('g', { 'data-part': 'grounds' }, drawGrounds(grounds, ids, height, palette)),
    svgElement(
      'g',
      { 'data-part': 'text', fill: palette.ink, ...mono, 'font-size': letterSize },
      runs.map((run) => drawRun(run, height, palette)).join(''),
    ),
  ];
  const small = { 'data-part': 'ids', fill: palette.soft, ...mono, 'text-anchor': 'middle' };
  if (withIds) parts.push(svgElement('g', small, drawIds(grounds, ids, height)));
  return { svg: parts.join('\n'), width: columns * column, height: rows * height };
}
