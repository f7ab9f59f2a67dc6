export interface CharacterCount {
  /** Unicode code points; half a surrogate pair counts as one. */
  readonly codePoints: number;
  /** What readers take for one character; undefined for a text too long to be cut while one types. */
  readonly graphemes: number | undefined;
}

/** UTF-16 units up to which graphemes are looked for: about 10 ms. */
const graphemeLimit = 4_000;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** In ASCII only CR LF is one grapheme of two code points. */
const needsCutting = /[^\0-\x7f]|\r\n/; // oxlint-disable-line no-control-regex

export function countCharacters(text: string): CharacterCount {
  if (!needsCutting.test(text)) return { codePoints: text.length, graphemes: text.length };
  let codePoints = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (!isPair) continue;
    codePoints--;
    at++;
  }
  if (text.length > graphemeLimit) return { codePoints, graphemes: undefined };
  let graphemes = 0;
  for (const _ of segmenter.segment(text)) graphemes++;
  return { codePoints, graphemes };
}
