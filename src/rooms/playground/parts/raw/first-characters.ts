export interface FirstCharacters {
  readonly shown: string;
  /** Code points of the whole text. */
  readonly of: number;
}

/** The beginning of a text, never half a character. */
export function firstCharacters(text: string, most: number): FirstCharacters {
  let count = 0;
  let end = text.length;
  for (let at = 0; at < text.length; count++) {
    if (count === most) end = at;
    at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  }
  return { shown: text.slice(0, end), of: count };
}
