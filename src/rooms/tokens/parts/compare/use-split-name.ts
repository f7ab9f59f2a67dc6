import { useCallback } from 'react';
import { useCopy } from '../../../../ui/language.tsx';
import type { SplitId } from '../../compare/split-ids.ts';
import { copy } from './copy.ts';

/** What splits are called: encodings by their ids, the others in the reader's language. */
export function useSplitName(): (id: SplitId) => string {
  const { names } = useCopy(copy);
  return useCallback((id) => (id in names ? names[id as keyof typeof names] : id), [names]);
}
