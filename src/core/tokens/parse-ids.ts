import { fault, type Fault, type Result } from '../../../shared/fault.ts';
import type { TokenId } from '../numbers/units.ts';

/** What of an encoding says which ids there are. */
export interface KnownIds {
  readonly encoding: string;
  /** One more than the highest id. */
  readonly size: number;
  /** size + 1 entries; an id that stands for nothing has no bytes. */
  readonly offsets: ArrayLike<number>;
}

/** Most characters of an entry that a fault repeats. */
const quoted = 40;

/**
 * The ids in pasted text: parted by commas, semicolons or white space, in the brackets of a JSON array or without, each
 * with a `#` before it or without. The first entry that is no id of the encoding is named with the range that is:
 * `not-an-integer` (`value`, `min`, `max`, `at`: its UTF-16 offset) or `out-of-range` (the same, and `hole`: 1 when it is one
 * of the few ids below `max` that stand for nothing). An empty text has no ids.
 */
export function parseIds(text: string, known: KnownIds): Result<Uint32Array<ArrayBuffer>> {
  const trimmed = text.trimEnd();
  const opening = /^\s*\[/.exec(text)?.[0].length ?? 0;
  // A bracket without the other is an entry, and refused as one.
  const [from, to] =
    opening > 0 && trimmed.endsWith(']') ? [opening, trimmed.length - 1] : [0, trimmed.length];
  const entries = /[^\s,;]+/g;
  entries.lastIndex = from;
  let ids: Uint32Array<ArrayBuffer> = new Uint32Array(64);
  let count = 0;
  for (let found = entries.exec(text); found !== null && found.index < to; found = entries.exec(text)) {
    const entry = text.slice(found.index, Math.min(to, entries.lastIndex));
    const id = /^#?\d{1,15}$/.test(entry) ? Number(entry.replace('#', '')) : undefined;
    const refused = refusal(entry, id, found.index, known);
    if (refused !== undefined) return { ok: false, fault: refused };
    if (count === ids.length) {
      const larger = new Uint32Array(2 * count);
      larger.set(ids);
      ids = larger;
    }
    ids[count++] = id!;
  }
  return { ok: true, value: ids.slice(0, count) };
}

function refusal(entry: string, id: TokenId | undefined, at: number, known: KnownIds): Fault | undefined {
  const { encoding, size, offsets } = known;
  const shown = entry.length > quoted ? `${entry.slice(0, quoted)}…` : entry;
  const detail = { field: 'ids', value: shown, at, encoding, min: 0, max: size - 1 };
  const accepted = `ids of ${encoding} are whole numbers from 0 to ${size - 1}`;
  if (id === undefined)
    return fault('not-an-integer', `${shown} at UTF-16 offset ${at} is no id: ${accepted}.`, detail);
  if (id < size && offsets[id + 1]! > offsets[id]!) return undefined;
  const hole = id < size ? 1 : 0;
  const why = hole === 1 ? `${accepted}, and this is one of the few that stand for nothing` : accepted;
  return fault('out-of-range', `${encoding} has no token ${shown}, at UTF-16 offset ${at}: ${why}.`, {
    ...detail,
    hole,
  });
}
