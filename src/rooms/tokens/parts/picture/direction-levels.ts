import type { PictureUnit } from './picture-units.ts';

const rightToLeft =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u;
const letter = /^\p{L}/u;
const digit = /^\p{Nd}/u;

type Strength = 'left' | 'right' | 'number' | 'none';

const markStrength: Readonly<Record<string, Strength>> = {
  'U+200E': 'left',
  'U+200F': 'right',
  'U+061C': 'right',
};

/**
 * For each unit how deep it is in text that runs the other way: 0 from left to right, 1 from right to left, 2 for a number
 * inside that. A plain form of Unicode's UAX #9 for lines that begin at the left, as those of the editor do: without
 * embeddings, and with what stands between two words of one direction going along with them.
 */
export function directionLevels(units: readonly PictureUnit[]): number[] {
  const levels = units.map(() => 0);
  let before: Strength = 'left';
  let lastRight = -1;
  units.forEach((unit, at) => {
    const strength = strengthOf(unit);
    if (strength === 'none') return;
    const inside = strength === 'right' || (strength === 'number' && before === 'right');
    if (inside) {
      levels[at] = strength === 'number' ? 2 : 1;
      // The point of 3.14 belongs to the number; what else lies between goes along with the words.
      const point = levels[at] === 2 && at - lastRight === 2 && /^[.,:/]$/.test(units[at - 1]!.text);
      if (lastRight >= 0) levels.fill(point && levels[lastRight] === 2 ? 2 : 1, lastRight + 1, at);
      lastRight = at;
    } else lastRight = -1;
    if (strength !== 'number') before = strength;
  });
  return levels;
}

function strengthOf({ kind, text }: PictureUnit): Strength {
  // The end of a line is that of everything in it.
  if (kind === 'break') return 'left';
  if (kind === 'code') return markStrength[text] ?? 'none';
  if (digit.test(text)) return 'number';
  if (rightToLeft.test(text)) return 'right';
  return letter.test(text) ? 'left' : 'none';
}

/** The order from left to right of things with such levels: their places. */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, at) => at);
  for (let level = Math.max(0, ...levels); level > 0; level--)
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && levels[order[to]!]! >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).toReversed());
      from = Math.max(from, to);
    }
  return order;
}
