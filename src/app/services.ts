import { createLocalModel } from '../engines/model/local.ts';
import { createTokenizerEngine } from '../engines/tokenizer/engine.ts';
import { createPreferences } from '../state/preferences.ts';
import type { RoomServices } from '../state/room-services.ts';
import type { KeyValueStorage } from '../state/storage.ts';

/** The real world: workers, this browser's storage and its clock. */
export function createServices(): RoomServices {
  const storage = browserStorage();
  return {
    tokenizer: (encoding) => createTokenizerEngine(encoding),
    openModel: (id, options) =>
      createLocalModel({
        id,
        baseUrl: new URL(`${import.meta.env.BASE_URL}models/`, location.href).href,
        ...options,
      }),
    async live(accessToken) {
      const { createLiveClient } = await import('../engines/live/create-live-client.ts');
      return createLiveClient({
        fetch: (address, init) => fetch(address, init),
        baseUrl: new URL(import.meta.env.BASE_URL, location.href).href.replace(/\/$/, ''),
        accessToken,
        now: () => performance.now(),
      });
    },
    storage,
    clock: {
      now: () => performance.now(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    preferences: createPreferences(storage, navigator.language),
  };
}

/** subtle: where storage is forbidden even naming `localStorage` throws, so it is named only when used. */
function browserStorage(): KeyValueStorage {
  return {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
    removeItem: (key) => localStorage.removeItem(key),
  };
}
