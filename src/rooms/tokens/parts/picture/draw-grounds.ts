import { svgElement, svgText } from '../../../../ui/svg-text.ts';
import type { Box } from './picture-atoms.ts';
import { column, groundHeight, idSize } from './picture-measures.ts';
import type { PicturePalette } from './picture-palette.ts';

/** Between the grounds of neighbours, half of it on either side, so that letters stand in the middle. */
const gap = 1;
const lineHeight = 1.5;

/** One group for each token, in the colour of its id; every second one is underlined, so that cuts need no colour. */
export function drawGrounds(
  grounds: readonly (readonly Box[])[],
  ids: ArrayLike<number>,
  height: number,
  palette: PicturePalette,
): string {
  return grounds
    .map((boxes, token) => {
      const place = { 'data-token': token, 'data-id': ids[token], fill: palette.ground(ids[token]!) };
      return svgElement(
        'g',
        place,
        boxes.map((box) => ground(box, height, token % 2 === 1, palette)).join(''),
      );
    })
    .join('\n');
}

function ground({ row, x, cells }: Box, height: number, isOdd: boolean, { soft }: PicturePalette): string {
  const place = { x: x * column + gap / 2, width: cells * column - gap };
  const y = row * height;
  const line = { ...place, y: y + groundHeight - lineHeight, height: lineHeight, fill: soft };
  const plain = svgElement('rect', { ...place, y, height: groundHeight, rx: 3 });
  return isOdd ? plain + svgElement('rect', line) : plain;
}

/** The id of each token under the widest of its grounds. */
export function drawIds(
  grounds: readonly (readonly Box[])[],
  ids: ArrayLike<number>,
  height: number,
): string {
  return grounds
    .map((boxes, token) => {
      const most = Math.max(...boxes.map(({ cells }) => cells));
      const box = boxes.find(({ cells }) => cells === most);
      if (box === undefined) return '';
      const x = (box.x + box.cells / 2) * column;
      const y = box.row * height + groundHeight + idSize + 1;
      return svgElement('text', { x, y, 'font-size': idSize }, svgText(String(ids[token])));
    })
    .join('');
}
