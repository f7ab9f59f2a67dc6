import type { Encoder } from '../encoder.ts';
import type { SpecialMode } from '../encoding-ids.ts';
import { TokenDocument } from '../token-document.ts';
import type { TextEdit } from '../text-edit.ts';
import { type EditTextName, editText } from './edit-texts.ts';
import { randomEdits } from './random-edits.ts';
import { seeded } from './seeded.ts';
import { differingField, partOf, spansOf } from './spans-of.ts';

/** A document that is not what encoding afresh gives. */
export interface Difference {
  readonly encoding: string;
  readonly special: SpecialMode;
  readonly what: string;
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

/** Edits on one document, before it is opened anew with another text and the next way with special tokens. */
const editsPerDocument = 100;
const modes: readonly SpecialMode[] = ['text', 'parse', 'refuse'];

/** Edits a text at random and compares ids and spans with those of the whole text after every transaction. */
export function* tryEdits(
  encoder: Encoder,
  name: EditTextName,
  seed: number,
  count: number,
): Generator<Difference, void, void> {
  const next = seeded(seed);
  for (let done = 0; done < count; done += editsPerDocument) {
    let special = modes[(done / editsPerDocument) % modes.length]!;
    const document = new TokenDocument(encoder, special);
    let text = editText(name, 1 + next(1 << 20));
    let tokens = document.open(text).tokens;
    for (let i = done; i < Math.min(count, done + editsPerDocument); i++) {
      const before = text;
      const edits = randomEdits(name, text, document.byIndex(0, tokens).starts, next);
      ({ tokens } = document.edit(edits));
      text = edited(text, edits);
      if (next(25) === 0) {
        special = modes[next(modes.length)]!;
        ({ tokens } = document.setSpecial(special));
      }
      const what = difference(document, encoder, text, special, next);
      if (what === undefined) continue;
      yield { encoding: encoder.encoding, special, what, before, edits };
      ({ tokens } = document.open(text));
    }
  }
}

function difference(
  document: TokenDocument,
  encoder: Encoder,
  text: string,
  special: SpecialMode,
  next: (below: number) => number,
): string | undefined {
  const { tokens, bytes, length, refused } = document.summary;
  const wanted = spansOf(encoder, text, encoder.encode(text, special === 'parse' ? 'parse' : 'text'));
  if (tokens !== wanted.ids.length) return `${tokens} tokens, and ${wanted.ids.length} are right`;
  if (length !== text.length) return 'length';
  if (bytes !== wanted.byteLengths.reduce((sum, n) => sum + n, 0)) return 'bytes';
  const field = differingField(document.byIndex(0, tokens), wanted);
  if (field !== undefined) return field;
  const from = next(length + 1);
  const to = from + next(Math.min(40, length - from) + 1);
  const touched = document.slice(from, to);
  const inSlice = differingField(touched, touching(wanted, from, to, touched.first));
  if (inSlice !== undefined) return `${inSlice} of slice(${from}, ${to})`;
  const n = next(9);
  if (differingField(document.last(n), partOf(wanted, Math.max(0, tokens - n), tokens))) return `last(${n})`;
  if (special === 'refuse' && refused.map(({ at }) => at).join() !== specialsIn(encoder, text).join())
    return 'refused';
  return undefined;
}

/** The tokens whose span overlaps UTF-16 [from, to); `none` is the index that an empty slice may have. */
function touching(all: ReturnType<typeof spansOf>, from: number, to: number, none: number) {
  let first = 0;
  while (first < all.ids.length && all.ends[first]! <= from) first += 1;
  let end = first;
  while (end < all.ids.length && all.starts[end]! < to) end += 1;
  return end === first ? partOf(all, none, none) : partOf(all, first, end);
}

function specialsIn(encoder: Encoder, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('<|'); at >= 0; at = text.indexOf('<|', at + 1))
    if ([...encoder.special.keys()].some((token) => text.startsWith(token, at))) found.push(at);
  return found.slice(0, 8);
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}
