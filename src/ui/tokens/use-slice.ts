import { useEffect, useState } from 'react';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { TokenSource } from './token-source.ts';

/**
 * The tokens that touch UTF-16 [from, to), with the source that they are of. While a newer answer is on its way the
 * one before stays, so that lists do not flicker; undefined before the first.
 */
export function useSlice(
  source: TokenSource | undefined,
  from: number,
  to: number,
): { readonly slice: TokenSlice; readonly source: TokenSource } | undefined {
  const [known, setKnown] = useState<{ slice: TokenSlice; source: TokenSource }>();
  useEffect(() => {
    if (source === undefined) return undefined;
    const asked = new AbortController();
    source.slice(from, to, { signal: asked.signal }).then(
      (slice) => {
        if (!asked.signal.aborted) setKnown({ slice, source });
      },
      // The room tells of a worker that fails; here the list before stays.
      () => undefined,
    );
    return () => asked.abort();
  }, [source, from, to]);
  return known;
}
