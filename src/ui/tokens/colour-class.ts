import type { Bits, TokenId } from '../../core/numbers/units.ts';
import { tokenColour } from '../token-colour.ts';

import { surpriseColour, surpriseStep } from './surprise-colour.ts';

let sheet: CSSStyleSheet | undefined;
const known = new Set<string>();

interface ColourClass {
  readonly token: string;
  readonly lineBreak: string;
}

/**
 * Classes that carry a token's colour, as `--token` and (for the line that it ends) `--break`.
 *
 * subtle: not a style attribute. Where the browser edits by itself (input methods, dictation) it clones elements with
 * their attributes, and a page without `unsafe-inline` forbids it that style. There are 3,600 hues at most.
 */
export function colourClass(id: TokenId): ColourClass {
  const colour = tokenColour(id);
  return classOf(colour.slice(colour.lastIndexOf(' ') + 1, -1).replace('.', '-'), colour);
}

/** The same for a ground that is shaded by bits. */
export function surpriseClass(bits: Bits): ColourClass {
  return classOf(`s${surpriseStep(bits)}`, surpriseColour(bits));
}

function classOf(name: string, colour: string): ColourClass {
  const names = { token: `token-${name}`, lineBreak: `break-${name}` };
  if (known.has(name)) return names;
  known.add(name);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
  }
  sheet.insertRule(`.${names.token} { --token: ${colour} }`);
  sheet.insertRule(`.${names.lineBreak} { --break: ${colour} }`);
  return names;
}
