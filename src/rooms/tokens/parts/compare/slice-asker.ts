import type { Split, SplitSource } from '../../compare/split-source.ts';

/** Pieces that touch UTF-16 [from, to). */
export interface KnownSlice {
  readonly from: number;
  readonly to: number;
  readonly split: Split;
}

export type KnownSlices = ReadonlyMap<SplitSource, KnownSlice>;

/** UTF-16 units to either side of what is wanted that are asked for as well, so that most scrolling asks for nothing. */
const margin = 4096;

export interface SliceAsker {
  /** What is on the screen of these sources now. */
  want(sources: readonly SplitSource[], from: number, to: number): void;
  stop(): void;
}

/**
 * Asks sources for what is on the screen: each for one thing at a time, and then for what is wanted by then, so that nothing
 * piles up however fast somebody scrolls. What was known before stays known until something newer is.
 */
export function createSliceAsker(onKnown: (known: KnownSlices) => void): SliceAsker {
  let known: KnownSlices = new Map();
  const busy = new Set<SplitSource>();
  /** Asked again only when something else is wanted. */
  const failed = new Set<SplitSource>();
  let wanted: { readonly sources: readonly SplitSource[]; readonly from: number; readonly to: number } = {
    sources: [],
    from: 0,
    to: 0,
  };

  async function ask(source: SplitSource): Promise<void> {
    const from = Math.max(0, wanted.from - margin);
    const to = Math.min(source.text.length, wanted.to + margin);
    busy.add(source);
    try {
      const split = await source.slice(from, to);
      if (wanted.sources.includes(source)) {
        known = new Map([...known].filter(([each]) => wanted.sources.includes(each))).set(source, {
          from,
          to,
          split,
        });
        onKnown(known);
      }
    } catch {
      // Where the source comes from tells of it; the text is drawn without pieces.
      failed.add(source);
    } finally {
      busy.delete(source);
    }
    look(source);
  }

  function look(source: SplitSource): void {
    const { sources, from, to } = wanted;
    if (!sources.includes(source) || busy.has(source) || failed.has(source)) return;
    if (!holds(known.get(source), from, to)) void ask(source);
  }

  return {
    want(sources, from, to) {
      if (from !== wanted.from || to !== wanted.to) failed.clear();
      wanted = { sources, from, to };
      for (const source of sources) look(source);
    },
    stop() {
      wanted = { sources: [], from: 0, to: 0 };
    },
  };
}

/** Whether all that touches a range is known. */
export function holds(slice: KnownSlice | undefined, from: number, to: number): slice is KnownSlice {
  return slice !== undefined && slice.from <= from && slice.to >= to;
}
