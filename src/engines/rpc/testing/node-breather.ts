import type { Breather } from '../breather.ts';

/**
 * Lets messages in at every step. Node drains up to a thousand messages of one port before it looks at another,
 * so the browser's way, a message to oneself, would starve the page's end here.
 */
export const nodeBreather: Breather = { breathe: () => new Promise((resolve) => setImmediate(resolve)) };
