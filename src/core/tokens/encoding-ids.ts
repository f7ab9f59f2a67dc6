/** The encodings that ship with the page, in order of age. */
export const encodingIds = ['r50k_base', 'p50k_base', 'cl100k_base', 'o200k_base'] as const;

export type EncodingId = (typeof encodingIds)[number];

/**
 * What becomes of the text of a special token such as `<|endoftext|>`:
 * `text` encodes it like any other characters, `parse` makes it that one special id,
 * `refuse` throws and names it.
 */
export type SpecialMode = 'text' | 'parse' | 'refuse';
