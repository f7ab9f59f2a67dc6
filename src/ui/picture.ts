import type { Language } from './language.tsx';
import { svgElement, svgText } from './svg-text.ts';

/** A picture that can be saved: SVG that stands alone, as large as it says, in CSS pixels. */
export interface Picture {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly svg: string;
  /** Whole numbers. */
  readonly width: number;
  readonly height: number;
}

export interface PictureWords {
  /** Of the file, without its ending. */
  readonly name: string;
  /** What the picture is, and what it shows, for who cannot see it. */
  readonly title: string;
  readonly description: string;
  /** Written under the drawing. */
  readonly caption: string;
  /** Of these words, and of the page that is drawn: the same characters look otherwise in Japanese and in Chinese. */
  readonly language: Language;
}

/** SVG around (0, 0) that needs no style sheet, and its size in CSS pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Fonts that are there without a download; the page's own, where it is installed. */
export const pictureFonts = {
  mono: '"JetBrains Mono", ui-monospace, Menlo, "DejaVu Sans Mono", Consolas, "Noto Sans Mono CJK JP", monospace',
  sans: 'Inter, system-ui, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", sans-serif',
};

const margin = 20;
const captionSize = 13;
/** From the foot of the drawing to that of its caption. */
const captionRoom = 17;

/** CSS pixels that a picture adds to the height of its drawing. */
export const frameHeight = 2 * margin + captionRoom;

/** A drawing on its ground, with a margin and a caption: no style sheet, no font, no script. */
export function framedPicture(
  drawing: Drawing,
  { name, title, description, caption, language }: PictureWords,
  { paper, soft }: { readonly paper: string; readonly soft: string },
): Picture {
  const width = Math.ceil(Math.max(drawing.width, textWidth(caption, captionSize)) + 2 * margin);
  const height = Math.ceil(drawing.height + frameHeight);
  const place = { x: margin, y: height - margin, fill: soft };
  const inside = [
    svgElement('title', {}, svgText(title)),
    svgElement('desc', {}, svgText(description)),
    svgElement('rect', { width, height, fill: paper }),
    svgElement('g', { transform: `translate(${String(margin)} ${String(margin)})` }, `\n${drawing.svg}\n`),
    svgElement(
      'text',
      { 'data-part': 'caption', ...place, 'font-family': pictureFonts.sans, 'font-size': captionSize },
      svgText(caption),
    ),
  ];
  const size = { width, height, viewBox: `0 0 ${String(width)} ${String(height)}` };
  const root = { xmlns: 'http://www.w3.org/2000/svg', 'xml:lang': language, ...size, role: 'img' };
  return { name, svg: `${svgElement('svg', root, `\n${inside.join('\n')}\n`)}\n`, width, height };
}

/** About how wide a line of words is: East Asian characters are as wide as they are high. */
function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += character > '\u2e7f' ? 1 : 0.56;
  return ems * size;
}
