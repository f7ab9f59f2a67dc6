/** `text` with all between the markers `<!-- NAME: … -->` and `<!-- end of NAME -->` replaced. Throws when one is missing. */
export function replaceBlock(text: string, name: string, block: string): string {
  const begin = new RegExp(`<!-- ${name}:[^>]*-->`).exec(text);
  const end = text.indexOf(`<!-- end of ${name} -->`);
  if (begin === null || end < begin.index) throw new Error(`the card has no block "${name}"`);
  return `${text.slice(0, begin.index + begin[0].length)}\n\n${block}\n\n${text.slice(end)}`;
}
