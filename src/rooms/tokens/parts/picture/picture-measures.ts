/** All in CSS pixels. A column is as wide as a letter of 16 pixels in a monospaced font. */
export const column = 9.6;
export const letterSize = 16;
export const groundHeight = 26;
export const idSize = 10;
const idLetter = 6;
const gapBetweenIds = 3;

/** From one row to the next. */
export function rowHeight(withIds: boolean): number {
  return withIds ? 45 : 31;
}

/** Columns that an id takes under its token, with a gap to the next. */
export function idColumns(id: number): number {
  return Math.ceil((String(id).length * idLetter + gapBetweenIds) / column);
}
