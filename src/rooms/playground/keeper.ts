import type { StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../../shared/fault.ts';
import { isLink, packLink, unpackLink } from '../../state/link.ts';
import { readStored, setAside, writeStored, type KeyValueStorage } from '../../state/storage.ts';
import { playgroundKey as key } from '../../state/storage-keys.ts';
import type { Clock } from '../../state/room-services.ts';
import { choicesFromJson, choicesToJson, places, type ReadChoices } from './keeping.ts';
import type { PlaygroundChoices, PlaygroundState } from './playground-state.ts';

/** What a link replaced, so that it can be brought back. */
const beforeLinkKey = `${key}/before-link`;
/** Milliseconds of quiet before a change is written. */
const quiet = 300;

/** Brings the reader's choices back from this device or a link, and writes every change down. */
export function createKeeper(
  store: StoreApi<PlaygroundState>,
  storage: KeyValueStorage,
  clock: Clock,
  report: (fault: Fault) => void,
) {
  let cancel: (() => void) | undefined;
  /** A full storage is told of once, and again only after a write has worked in between. */
  let told = false;

  function write(): void {
    cancel?.();
    cancel = undefined;
    const written = writeStored(storage, key, choicesToJson(store.getState(), 'device'));
    if (!written.ok && !told) report(written.fault);
    told = !written.ok;
  }

  const stop = store.subscribe((now, before) => {
    const fields = Object.keys(places) as (keyof PlaygroundState)[];
    if (!fields.some((field) => places[field] !== 'none' && now[field] !== before[field])) return;
    cancel?.();
    cancel = clock.after(quiet, write);
  });

  function read(from: string): ReadChoices {
    const stored = readStored(storage, from);
    if (!stored.ok) return { choices: {}, faults: [stored.fault] };
    if (stored.value === undefined) return { choices: {}, faults: [] };
    const result = choicesFromJson(stored.value);
    if (result.faults.length > 0) setAside(storage, from);
    return {
      ...result,
      faults: result.faults.map((problem) => ({ ...problem, code: 'unreadable-storage' })),
    };
  }

  return {
    /** What this device kept. */
    fromDevice: () => read(key),
    /** What a link says; undefined when the fragment is none of ours. What stood here is kept for `bringBack`. */
    async fromLink(fragment: string): Promise<ReadChoices | undefined> {
      if (!isLink(fragment)) return undefined;
      const unpacked = await unpackLink(fragment);
      if (!unpacked.ok) return { choices: {}, faults: [unpacked.fault] };
      return choicesFromJson(unpacked.value);
    },
    keepForBringingBack(choices: PlaygroundChoices): void {
      const written = writeStored(storage, beforeLinkKey, choicesToJson(choices, 'device'));
      if (!written.ok) report(written.fault);
    },
    bringBack: () => read(beforeLinkKey),
    link: () => packLink(choicesToJson(store.getState(), 'link')),
    /** Writes at once what is still waiting: the page may be about to go. */
    flush(): void {
      if (cancel !== undefined) write();
    },
    stop(): void {
      cancel?.();
      stop();
    },
  };
}
