/** Something in the text that a font does not show, and what to show in its place. */
export interface VisibleMark {
  /** UTF-16, from < to. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'tab' | 'code';
  /** For `code`: what stands for it, such as `U+200B`. */
  readonly label: string;
}

/**
 * Tabs, and units without a shape of their own: controls, white space that is no plain space, zero-width and
 * direction marks, halves of surrogate pairs without the other half.
 *
 * The joiners U+200C and U+200D are left alone between characters, where they do their work (👩‍🚀 and नमस्ते).
 */
const shapeless =
  // oxlint-disable-next-line no-control-regex
  /\t|[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `offset` is where `text` begins in the whole. Line feeds are left out: they end lines. */
export function visibleMarks(text: string, offset: number): VisibleMark[] {
  return Array.from(text.matchAll(shapeless), ({ 0: found, index }) => {
    const from = offset + index;
    const place = { from, to: from + found.length };
    if (found === '\t') return { ...place, kind: 'tab', label: '⇥' };
    return { ...place, kind: 'code', label: found === '\r' ? 'CR' : codeLabel(found.charCodeAt(0)) };
  });
}

function codeLabel(unit: number): string {
  return `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}
