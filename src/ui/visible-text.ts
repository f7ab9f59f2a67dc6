const drawn: Readonly<Record<string, string>> = {
  ' ': '·',
  '\n': '⏎',
  '\r': '␍',
  '\t': '⇥',
  '\u00a0': '⍽',
  '\u3000': '□',
  '\u200b': '[ZWSP]',
  '\ufeff': '[BOM]',
};

/** A token's text with its whitespace drawn: ` king` → `·king`; other control characters as `\x07`. */
export function visibleText(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    /[\u0000-\u0020\u007f-\u00a0\u200b\u3000\ufeff]/g,
    (c) => drawn[c] ?? `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
