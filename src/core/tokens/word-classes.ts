/** How a UTF-16 unit behaves between words. */
export const wordClass = {
  /** Not known: Intl.Segmenter is asked. */
  unknown: 0,
  /** No word, and a border before and after it. */
  other: 1,
  letter: 2,
  digit: 3,
  /** Such as `_`: joins letters and digits, and is no word when it is alone. */
  joining: 4,
  /** Such as `'`, `,` and `.`: joins two letters, two digits, or either. */
  betweenLetters: 5,
  betweenDigits: 6,
  betweenBoth: 7,
} as const;

/** Units that are asked about; the rest of Unicode is `unknown`. */
const asked: readonly (readonly [number, number])[] = [
  [0x09, 0x0d],
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x24f],
  [0x391, 0x3a1],
  [0x3a3, 0x3e1],
  [0x400, 0x481],
  [0x2010, 0x2027],
  [0x3000, 0x3002],
  [0x3008, 0x3011],
  [0xff01, 0xff01],
  [0xff0c, 0xff0c],
  [0xff1f, 0xff1f],
];

let classes: Uint8Array<ArrayBuffer> | undefined;

/**
 * The class of every UTF-16 unit as Intl.Segmenter has it here: versions of Unicode differ, in whether `:` joins letters
 * and more. Found out once, in a hundredth of a second.
 */
export function wordClasses(segmenter: Intl.Segmenter): Uint8Array<ArrayBuffer> {
  if (classes !== undefined) return classes;
  classes = new Uint8Array(0x10000);
  for (const [from, to] of asked)
    for (let unit = from; unit <= to; unit++) classes[unit] = classOf(segmenter, String.fromCharCode(unit));
  return classes;
}

function classOf(segmenter: Intl.Segmenter, unit: string): number {
  const isOne = (text: string): boolean => [...segmenter.segment(text)].length === 1;
  const [alone] = segmenter.segment(unit);
  const isWord = alone?.isWordLike === true;
  const joins = isOne(`a${unit}`) && isOne(`${unit}a`) && isOne(`1${unit}`) && isOne(`${unit}1`);
  if (joins) {
    if (isWord && isOne(`a'${unit}`)) return wordClass.letter;
    if (isWord && isOne(`1.${unit}`)) return wordClass.digit;
    return !isWord && isOne(unit + unit) ? wordClass.joining : wordClass.unknown;
  }
  if (isWord || isOne(`a${unit}`) || isOne(`${unit}a`)) return wordClass.unknown;
  const [letters, digits] = [isOne(`a${unit}a`), isOne(`1${unit}1`)];
  if (letters) return digits ? wordClass.betweenBoth : wordClass.betweenLetters;
  return digits ? wordClass.betweenDigits : wordClass.other;
}
