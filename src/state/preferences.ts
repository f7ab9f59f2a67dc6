import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../shared/fault.ts';
import { fault } from '../../shared/fault.ts';
import { preferencesKey as key } from './storage-keys.ts';
import { readStored, setAside, writeStored, type KeyValueStorage } from './storage.ts';

/** How a reader likes the page; kept on this device only, never in a link. */
export interface Preferences {
  readonly language: 'en' | 'ja';
  readonly theme: 'system' | 'light' | 'dark';
  readonly size: 'normal' | 'presenter';
  /** Whether single letters act as keys outside text fields. */
  readonly singleKeys: boolean;
  /** The line for a first visit has been read. */
  readonly greeted: boolean;
}

export interface PreferencesState extends Preferences {
  /** What could not be read at the start, or not be written since. */
  readonly fault: Fault | undefined;
  change(change: Partial<Preferences>): void;
  dismissFault(): void;
}

const schema = v.object({
  language: v.picklist(['en', 'ja']),
  theme: v.picklist(['system', 'light', 'dark']),
  size: v.picklist(['normal', 'presenter']),
  singleKeys: v.boolean(),
  greeted: v.optional(v.boolean(), false),
});

export function createPreferences(
  storage: KeyValueStorage,
  browserLanguage: string,
): StoreApi<PreferencesState> {
  const initial: Preferences = {
    language: /^ja\b/i.test(browserLanguage) ? 'ja' : 'en',
    theme: 'system',
    size: 'normal',
    singleKeys: true,
    greeted: false,
  };
  const { preferences, problem } = restore(storage, initial);
  return createStore<PreferencesState>()((set, get) => ({
    ...preferences,
    fault: problem,
    change(change) {
      set(change);
      const { language, theme, size, singleKeys, greeted } = get();
      const written = writeStored(storage, key, { language, theme, size, singleKeys, greeted });
      if (!written.ok) set({ fault: written.fault });
    },
    dismissFault: () => set({ fault: undefined }),
  }));
}

function restore(
  storage: KeyValueStorage,
  initial: Preferences,
): { preferences: Preferences; problem: Fault | undefined } {
  const stored = readStored(storage, key);
  if (!stored.ok) return { preferences: initial, problem: stored.fault };
  if (stored.value === undefined) return { preferences: initial, problem: undefined };
  const parsed = v.safeParse(schema, stored.value);
  if (parsed.success) return { preferences: parsed.output, problem: undefined };
  setAside(storage, key);
  const problem = fault('unreadable-storage', `${key}: ${v.summarize(parsed.issues)}`);
  return { preferences: initial, problem };
}
