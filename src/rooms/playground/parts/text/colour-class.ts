import type { TokenId } from '../../../../core/numbers/units.ts';
import { tokenColour } from '../../../../ui/token-colour.ts';

let sheet: CSSStyleSheet | undefined;
const known = new Set<string>();

/**
 * Classes that carry a token's colour, as `--token` and (for the line that it ends) `--break`.
 *
 * subtle: not a style attribute. Where the browser edits by itself (input methods, dictation) it clones elements with
 * their attributes, and a page without `unsafe-inline` forbids it that style. There are 3,600 hues at most.
 */
export function colourClass(id: TokenId): { readonly token: string; readonly lineBreak: string } {
  const colour = tokenColour(id);
  const hue = colour.slice(colour.lastIndexOf(' ') + 1, -1).replace('.', '-');
  const names = { token: `token-${hue}`, lineBreak: `break-${hue}` };
  if (known.has(hue)) return names;
  known.add(hue);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.insertRule(`.${names.token} { --token: ${colour} }`);
  sheet.insertRule(`.${names.lineBreak} { --break: ${colour} }`);
  return names;
}
