import { oklchToHex } from './oklch-to-hex.ts';

/** A property's value on the page as it stands, in its theme. */
export function pageValue(property: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}

/**
 * A colour of the page for a file of its own, where there are no properties to look up and not every program knows
 * `oklch()`. `valueOf` gives the value of a property such as `--ink`.
 */
export function standaloneColour(colour: string, valueOf = pageValue): string {
  const plain = colour.replace(/var\((--[\w-]+)\)/g, (_, property: string) => valueOf(property)).trim();
  const [, lightness, chroma, hue] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(plain) ?? [];
  if (lightness === undefined) return plain;
  return oklchToHex(Number(lightness), Number(chroma), Number(hue));
}
