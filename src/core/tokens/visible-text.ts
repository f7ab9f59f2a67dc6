/** Signs for characters that would show nothing, or change what stands beside them. */
const signs: Readonly<Record<string, string>> = {
  ' ': '·',
  '\n': '⏎',
  '\r': '␍',
  '\t': '⇥',
  '\u00A0': '⟨NBSP⟩',
  '\u00AD': '⟨SHY⟩',
  '\u200B': '⟨ZWSP⟩',
  '\u200C': '⟨ZWNJ⟩',
  '\u200D': '⟨ZWJ⟩',
  '\u200E': '⟨LRM⟩',
  '\u200F': '⟨RLM⟩',
  '\uFEFF': '⟨BOM⟩',
};

// Controls, formats, separators, private use, halves of surrogate pairs, variation selectors and what is not assigned.
const unseen = /[\p{Cc}\p{Cf}\p{Z}\p{Co}\p{Cs}\p{Cn}\uFE00-\uFE0F\uFFFD]/gu;

/**
 * A token's text with nothing in it that cannot be seen: `·the`, `⏎⏎`, `⟨ZWJ⟩`, `⟨U+0085⟩`. A mark that would sit on
 * whatever stands before it is given a dotted circle to sit on.
 */
export function visibleText(text: string): string {
  const shown = text.replace(unseen, (character) => signs[character] ?? `⟨${codePoint(character)}⟩`);
  return /^\p{M}/u.test(shown) ? `◌${shown}` : shown;
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
