import type { ComponentType } from 'react';
import { later } from '../../ui/later.tsx';
import { TextSection } from './sections/text-section.tsx';
import type { Tab } from './tokens-state.ts';

/** The views in the order of their tabs; all but the first come when they are opened. */
export const tabParts: readonly { readonly tab: Tab; readonly Part: ComponentType }[] = [
  { tab: 'text', Part: TextSection },
  {
    tab: 'compare',
    Part: later(() => import('./sections/compare-section.tsx').then((part) => part.CompareSection)),
  },
  {
    tab: 'merges',
    Part: later(() => import('./sections/merges-section.tsx').then((part) => part.MergesSection)),
  },
  {
    tab: 'chat',
    Part: later(() => import('./sections/chat-section.tsx').then((part) => part.ChatSection)),
  },
  {
    tab: 'vocabulary',
    Part: later(() => import('./sections/vocabulary-section.tsx').then((part) => part.VocabularySection)),
  },
];
