import { useRef, useState } from 'react';
import type { FormsOf, WordForm } from './word-form.ts';

export type Lookup =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly word: string }
  | { readonly phase: 'done'; readonly word: string; readonly forms: readonly WordForm[] }
  | { readonly phase: 'failed'; readonly word: string };

/** The forms of the word that was typed last; an answer to an older word is dropped. One-token forms come first. */
export function useWordForms(forms: FormsOf): readonly [Lookup, (word: string) => void] {
  const [lookup, setLookup] = useState<Lookup>({ phase: 'idle' });
  const newest = useRef('');
  const look = (word: string): void => {
    newest.current = word;
    if (word.trim() === '' || word.trimStart().startsWith('#')) return setLookup({ phase: 'idle' });
    // The last answer stays on screen until the new one is there: chips do not flicker while typing.
    setLookup((before) => (before.phase === 'done' ? before : { phase: 'running', word }));
    forms(word).then(
      (found) => newest.current === word && setLookup({ phase: 'done', word, forms: singlesFirst(found) }),
      () => newest.current === word && setLookup({ phase: 'failed', word }),
    );
  };
  return [lookup, look];
}

function singlesFirst(forms: readonly WordForm[]): readonly WordForm[] {
  return [...forms.filter(({ ids }) => ids.length === 1), ...forms.filter(({ ids }) => ids.length > 1)];
}
