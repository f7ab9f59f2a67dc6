/** How many paths and how many tokens each can be asked for: what a reader can look through, and a provider gives. */
export const pathsRanges = { n: { min: 1, max: 100 }, length: { min: 1, max: 100 } } as const;

/** A run of more calls than this is not begun without its number having been read. */
export const callsUnsaid = 5;
