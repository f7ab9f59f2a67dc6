/** Writing systems that are told apart, by Unicode's property Script; `Kana` is Hiragana and Katakana. At most 32. */
export const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Han',
  'Kana',
  'Hangul',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Myanmar',
  'Khmer',
  'Georgian',
  'Armenian',
  'Ethiopic',
  'Other',
] as const;

export type Script = (typeof scripts)[number];

const latin = scriptBit('Latin');
const other = scriptBit('Other');

// The prolonged sound mark is a letter of both kana, and so of the script Common.
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}ー\uFF70]/u;
const patterns: readonly (readonly [number, RegExp])[] = scripts
  .filter((script) => script !== 'Other')
  .map((script) => [scriptBit(script), script === 'Kana' ? kana : new RegExp(`\\p{Script=${script}}`, 'u')]);
const letter = /\p{L}/u;

/** Bit of a script in `TokenSheet.scripts`. */
export function scriptBit(script: Script): number {
  return 1 << scripts.indexOf(script);
}

/** The scripts of a set of bits, in the order of `scripts`. */
export function scriptsOf(bits: number): readonly Script[] {
  return scripts.filter((_, index) => (bits & (1 << index)) !== 0);
}

const known = new Map<number, number>();

/** Scripts of a text's letters, as bits; 0 when it has no letter. `東京タワー` is Han and Kana. */
export function scriptBits(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) bits |= latin;
      continue;
    }
    const point = text.codePointAt(i)!;
    if (point > 0xffff) i += 1;
    bits |= bitsOfPoint(point);
  }
  return bits;
}

/** subtle: the patterns are asked once for each character that a vocabulary has, some ten thousand, and not for each token. */
function bitsOfPoint(point: number): number {
  let bits = known.get(point);
  if (bits === undefined) {
    const character = String.fromCodePoint(point);
    bits = letter.test(character)
      ? (patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? other)
      : 0;
    known.set(point, bits);
  }
  return bits;
}
