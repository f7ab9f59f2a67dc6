import type { TextEdit } from '../../core/tokens/text-edit.ts';

/** UTF-16 units of a part when it is cut. */
const partUnits = 65_536;
/** With more edits than this at once, the parts are cut anew. */
const fewEdits = 64;

/**
 * A text in parts, so that a key in ten megabytes does not copy ten megabytes: JavaScript writes a string out whole when it
 * is cut after something was put into it.
 */
export class PageText {
  #parts: string[];
  #length: number;

  constructor(text: string) {
    this.#parts = cut(text);
    this.#length = text.length;
  }

  /** Offsets are of the text before all edits. RangeError when one is outside it or two overlap; then nothing changes. */
  edit(edits: readonly TextEdit[]): void {
    const sorted = edits.toSorted((a, b) => a.from - b.from);
    let end = 0;
    for (const { from, to } of sorted) {
      if (from < end || to < from || to > this.#length)
        throw new RangeError(`edit [${from}, ${to}) does not fit after ${end} in ${this.#length} units`);
      end = to;
    }
    if (sorted.length > fewEdits) this.#parts = cut(edited(this.toString(), sorted));
    else for (const edit of sorted.toReversed()) this.#replace(edit);
    for (const { from, to, insert } of sorted) this.#length += insert.length - (to - from);
  }

  #replace({ from, to, insert }: TextEdit): void {
    const parts = this.#parts;
    let first = 0;
    let at = 0;
    while (first + 1 < parts.length && at + parts[first]!.length < from) at += parts[first++]!.length;
    let last = first;
    let lastAt = at;
    while (lastAt + parts[last]!.length < to) lastAt += parts[last++]!.length;
    const now = parts[first]!.slice(0, from - at) + insert + parts[last]!.slice(to - lastAt);
    parts.splice(first, last + 1 - first, ...(now.length > 2 * partUnits ? cut(now) : [now]));
  }

  toString(): string {
    return this.#parts.join('');
  }
}

/** One part at least. */
function cut(text: string): string[] {
  const parts = [text.slice(0, partUnits)];
  for (let at = partUnits; at < text.length; at += partUnits) parts.push(text.slice(at, at + partUnits));
  return parts;
}

function edited(text: string, sorted: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of sorted) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}
