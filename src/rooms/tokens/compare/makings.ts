import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LearnedBpe } from '../../../core/bpe/learned-bpe.ts';
import type { OpenedTokenizer } from '../../../engines/splits/contract.ts';

/** What the reader has made or brought to split by. */
export interface Makings {
  readonly own: { readonly bpe: LearnedBpe; readonly from: LearnedFrom } | undefined;
  readonly file: OpenedTokenizer | undefined;
}

/** What a BPE was learned from. */
export interface LearnedFrom {
  readonly text: string;
  readonly size: number;
  readonly preSplit: LearnedBpe['preSplit'];
}

export type MakingsStore = StoreApi<Makings>;

export function createMakings(): MakingsStore {
  return createStore<Makings>()(() => ({ own: undefined, file: undefined }));
}

const kept = new WeakMap<object, MakingsStore>();

/** Those of one visit to the room: leaving the tab ends its workers, not what they have made. */
export function makingsOf(room: object): MakingsStore {
  const known = kept.get(room);
  if (known !== undefined) return known;
  const made = createMakings();
  kept.set(room, made);
  return made;
}
