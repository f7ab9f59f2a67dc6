import { encodingIds } from '../../../core/tokens/encoding-ids.ts';

/** The ways to split a text that can stand side by side. */
export const splitIds = [...encodingIds, 'words', 'graphemes', 'characters', 'bytes', 'own', 'file'] as const;
export type SplitId = (typeof splitIds)[number];

/** How many may stand side by side. */
export const columnLimits = { least: 2, most: 4 } as const;
