import { svgElement, svgText } from '../../../../ui/svg-text.ts';
import { column, groundHeight } from './picture-measures.ts';
import type { Run } from './picture-runs.ts';
import type { PicturePalette } from './picture-palette.ts';

/** Of the line that letters stand on, from the top of their row. */
const baseline = 18.5;
const middle = groundHeight / 2;
const codeSize = 11;
/** Full-width characters are less wide than two columns; a little larger they stand closer. */
const wideSize = 17;

/** A run's text, and signs for what a font does not show: they are lines, so that the text stays the text. */
export function drawRun(run: Run, height: number, palette: PicturePalette): string {
  const left = run.x * column;
  const top = run.row * height;
  const width = run.cells * column;
  return [
    run.kind === 'code' && codeFrame(left, top, width, palette),
    svgElement('text', textPlace(run, left, top), svgText(run.text)),
    sign(run, left, top, palette),
    run.isShared && underline(left, top, width, palette),
  ]
    .filter((part) => part !== false)
    .join('');
}

/**
 * Letters are spread over exactly their columns, whatever the font; what has a width of its own is centred in them, and
 * fitted where nothing else shares them.
 */
function textPlace({ kind, cells, isRightToLeft, isShared }: Run, left: number, top: number) {
  const isCentred = kind !== 'letters' || isRightToLeft || isShared;
  const isFitted = (kind === 'letters' || kind === 'script') && !isShared;
  return {
    'xml:space': 'preserve',
    x: isCentred ? left + (cells * column) / 2 : left,
    y: top + (kind === 'code' ? middle + codeSize * 0.36 : baseline),
    'text-anchor': isCentred ? 'middle' : undefined,
    'font-size': kind === 'code' ? codeSize : kind === 'wide' ? wideSize : undefined,
    textLength: isFitted ? cells * column : undefined,
    lengthAdjust: isFitted ? 'spacingAndGlyphs' : undefined,
    direction: isRightToLeft && kind !== 'code' ? 'rtl' : undefined,
    'unicode-bidi': isRightToLeft && kind !== 'code' ? 'bidi-override' : undefined,
  };
}

function sign({ kind, spaces, cells }: Run, left: number, top: number, { soft }: PicturePalette): string {
  const line = (d: string, width: number) =>
    svgElement('path', { d, fill: 'none', stroke: soft, 'stroke-width': width, 'stroke-linecap': 'round' });
  const y = (top + middle).toFixed(2);
  if (kind === 'tab') {
    const end = left + cells * column - 5;
    return line(`M${(left + 3).toFixed(2)} ${y}H${end.toFixed(2)}m-4 -3.5l4 3.5l-4 3.5m4 -8v9`, 1.2);
  }
  if (kind === 'break') {
    const end = (left + cells * column - 4).toFixed(2);
    return line(`M${end} ${(top + 7.5).toFixed(2)}v7h-7m3.5 -3.5l-3.5 3.5l3.5 3.5`, 1.2);
  }
  // A line without length and with round ends is a dot.
  const dots = spaces.map((x) => `M${((x + 0.5) * column).toFixed(2)} ${y}h.01`);
  return dots.length > 0 ? line(dots.join(''), 2.6) : '';
}

/** The dots that say: one character in several tokens. */
function underline(left: number, top: number, width: number, { ink }: PicturePalette): string {
  return svgElement('path', {
    d: `M${(left + 2).toFixed(2)} ${(top + groundHeight - 3.5).toFixed(2)}h${(width - 4).toFixed(2)}`,
    stroke: ink,
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-dasharray': '0 4',
  });
}

function codeFrame(left: number, top: number, width: number, { edge }: PicturePalette): string {
  const place = { x: left + 2, y: top + 5, width: width - 4, height: groundHeight - 10, rx: 3 };
  return svgElement('rect', { ...place, fill: 'none', stroke: edge });
}
