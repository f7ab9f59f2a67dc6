import type { SuccessorLists } from './trigram-tables.ts';

/** Lists of the given sizes, all zero. */
export function successorLists(contexts: number, entries: number): SuccessorLists {
  return {
    start: new Uint32Array(contexts + 1),
    dropped: new Uint32Array(contexts),
    next: new Uint16Array(entries),
    count: new Uint32Array(entries),
  };
}
