import { fault, type Result } from '../../shared/fault.ts';

/** The part of `localStorage` that is used; a test hands over a Map-backed one. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * The JSON value under a key, or undefined when there is none.
 * What cannot be read is moved to `<key>/unreadable`, so that it is neither lost nor met again.
 */
export function readStored(storage: KeyValueStorage, key: string): Result<unknown> {
  let raw: string | null;
  try {
    raw = storage.getItem(key);
  } catch (error) {
    return { ok: false, fault: fault('unreadable-storage', `localStorage refused: ${String(error)}`) };
  }
  if (raw === null) return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(raw) };
  } catch (error) {
    setAside(storage, key);
    return { ok: false, fault: fault('unreadable-storage', `${key} is not JSON: ${String(error)}`) };
  }
}

/** Moves what is stored under a key to `<key>/unreadable`, as far as the storage lets it. */
export function setAside(storage: KeyValueStorage, key: string): void {
  try {
    const raw = storage.getItem(key);
    if (raw !== null) storage.setItem(`${key}/unreadable`, raw);
    storage.removeItem(key);
  } catch {
    // A full or forbidden storage keeps the value where it is; the reader has been told already.
  }
}

/** Fails with `storage-full` (detail: megabytes wanted) when the browser has no room, or storage is forbidden. */
export function writeStored(storage: KeyValueStorage, key: string, value: unknown): Result<void> {
  const raw = JSON.stringify(value);
  try {
    storage.setItem(key, raw);
    return { ok: true, value: undefined };
  } catch (error) {
    const megabytes = Math.round(raw.length / 100_000) / 10;
    return { ok: false, fault: fault('storage-full', `${key}: ${String(error)}`, { megabytes }) };
  }
}
