import { pictureFonts, type Drawing } from './picture.ts';
import { standaloneColour } from './standalone-colour.ts';

const xml = 'http://www.w3.org/XML/1998/namespace';
/** Properties that are written out, with the values that go without saying. */
const shape = {
  fill: 'black',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
};
const written = { fill: 'black', 'font-size': '16px', 'font-weight': '400', 'text-anchor': 'start' };

/**
 * An SVG of the page as a drawing of its own: what its style sheets say, in the theme as it stands, is written into
 * attributes, but for its font, which is the monospaced one of pictures; what they hide is left out. Its viewBox begins at (0, 0).
 */
export function standaloneSvg(svg: SVGSVGElement): Drawing {
  // What is on its way would be drawn where it happens to be.
  for (const animation of svg.getAnimations({ subtree: true })) animation.finish();
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.setAttribute('font-family', pictureFonts.mono);
  for (const child of svg.children) {
    const copy = plainCopy(child);
    if (copy !== undefined) group.append(copy);
  }
  const { width, height } = svg.viewBox.baseVal;
  return { svg: new XMLSerializer().serializeToString(group), width, height };
}

function plainCopy(element: Element): Element | undefined {
  const style = getComputedStyle(element);
  if (style.opacity === '0' || style.display === 'none') return undefined;
  const copy = element.cloneNode(false) as Element;
  for (const name of ['class', 'style', 'data-state']) copy.removeAttribute(name);
  const isText = element instanceof SVGTextContentElement;
  if (isText) copy.setAttributeNS(xml, 'xml:space', 'preserve');
  if (element instanceof SVGGraphicsElement && !(element instanceof SVGGElement))
    for (const [name, usual] of Object.entries(isText ? written : shape)) {
      const value = style.getPropertyValue(name);
      if (value !== '' && value !== usual) copy.setAttribute(name, standaloneColour(value));
    }
  for (const child of element.childNodes) {
    const inside = child instanceof Element ? plainCopy(child) : child.cloneNode();
    if (inside !== undefined) copy.append(inside);
  }
  return copy;
}
