import { monoFont, sansFont, type Scene, type Shape } from './chart-scene.ts';

/** A scene as an SVG file that stands alone: no style sheet, no font, no script. */
export function sceneAsSvg(scene: Scene): string {
  const { width, height, title } = scene;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${scene.background}"/>`,
    ...scene.shapes.map(element),
    '</svg>\n',
  ].join('\n');
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect ${attributes({
        x: shape.x,
        y: shape.y,
        width: shape.width,
        height: shape.height,
        rx: Math.min(shape.radius, shape.width / 2),
        fill: shape.fill ?? 'none',
        stroke: shape.stroke,
        'stroke-width': shape.stroke && 1.5,
      })}/>`;
    case 'line':
      return `<line ${attributes({
        x1: shape.x1,
        y1: shape.y1,
        x2: shape.x2,
        y2: shape.y2,
        stroke: shape.stroke,
        'stroke-width': shape.width,
      })}/>`;
    case 'text':
      return `<text ${attributes({
        x: shape.x,
        y: shape.y,
        'font-family': shape.mono ? monoFont : sansFont,
        'font-size': shape.size,
        'font-weight': shape.bold ? 600 : undefined,
        'text-anchor': shape.anchor === 'end' ? 'end' : undefined,
        fill: shape.fill,
      })} xml:space="preserve">${escaped(shape.text)}</text>`;
  }
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${typeof value === 'number' ? rounded(value) : escaped(value!)}"`)
    .join(' ');
}

function rounded(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** XML has no way to write most control characters and lone surrogates; they are shown as U+XXXX. */
function escaped(text: string): string {
  return text
    .replace(
      // eslint-disable-next-line no-control-regex -- control characters are what it looks for
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu,
      (c) => `U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
