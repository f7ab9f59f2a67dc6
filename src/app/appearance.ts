import type { StoreApi } from 'zustand/vanilla';
import type { PreferencesState } from '../state/preferences.ts';

/** Keeps the document's language, theme and size as the reader prefers them. */
export function applyAppearance(preferences: StoreApi<PreferencesState>): void {
  const darkSystem = matchMedia('(prefers-color-scheme: dark)');
  function apply(): void {
    const { language, theme, size } = preferences.getState();
    const root = document.documentElement;
    root.lang = language;
    root.dataset['theme'] = theme === 'system' ? (darkSystem.matches ? 'dark' : 'light') : theme;
    root.dataset['size'] = size;
  }
  apply();
  preferences.subscribe(apply);
  darkSystem.addEventListener('change', apply);
}
