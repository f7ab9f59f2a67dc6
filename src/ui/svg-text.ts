/**
 * What XML cannot write: most controls, halves of surrogate pairs, U+FFFE and U+FFFF. Also a carriage return, which would be
 * read as a line feed, and U+FFFD, which looks like a fault.
 */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\0-\x08\x0b-\x1f\ufffd-\uffff]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text for the inside of an element or an attribute of XML; what XML cannot write is named by its code point. */
export function svgText(text: string): string {
  return text
    .replace(forbidden, (unit) => `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    .replace(/[&<>"]/g, (sign) => entities[sign]!);
}

/** An element of SVG around what is SVG already. Numbers are cut to hundredths; attributes without a value are left out. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  inside = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? Number(value.toFixed(2)) : svgText(value!)}"`,
    )
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}
