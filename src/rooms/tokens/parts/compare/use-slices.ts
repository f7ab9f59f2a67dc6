import { useEffect, useState } from 'react';
import type { SplitSource } from '../../compare/split-source.ts';
import { createSliceAsker, type KnownSlices } from './slice-asker.ts';

const nothing: KnownSlices = new Map();

/** Of each source what is known around UTF-16 [from, to); it is asked for as that moves. */
export function useSlices(sources: readonly SplitSource[], from: number, to: number): KnownSlices {
  const [known, setKnown] = useState(nothing);
  const [asker] = useState(() => createSliceAsker(setKnown));
  useEffect(() => asker.want(sources, from, to), [asker, sources, from, to]);
  useEffect(() => () => asker.stop(), [asker]);
  return known;
}
