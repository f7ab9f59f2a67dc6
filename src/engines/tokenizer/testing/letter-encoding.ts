import type { SpecialMode } from '../../../core/tokens/encoding-ids.ts';
import type { TokenSlice } from '../../../core/tokens/slice.ts';
import type { TextEdit, TextSummary } from '../../../core/tokens/text-edit.ts';
import type { ServedDocument, ServedEncoding } from '../tokenizer-service.ts';

/** A stand-in whose tokens are the UTF-16 units of an ASCII text, the unit being the id. One step per unit. */
export function letterEncoding(onStep: () => void = () => undefined): ServedEncoding {
  const ids = (text: string) => Uint32Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return {
    vocabulary: () => ({
      encoding: 'r50k_base',
      size: 128,
      special: [],
      bytes: Uint8Array.from({ length: 128 }, (_, id) => id),
      offsets: Uint32Array.from({ length: 129 }, (_, id) => id),
    }),
    encode: ids,
    document: (special) => letterDocument(special, onStep),
  };
}

function letterDocument(special: SpecialMode, onStep: () => void): ServedDocument {
  let text = '';
  let mode = special;
  const summary = (): TextSummary => ({
    version: 0,
    tokens: text.length,
    bytes: text.length,
    length: text.length,
    refused: mode === 'refuse' && text.includes('!') ? [{ token: '!', at: text.indexOf('!') }] : [],
    special: [],
  });
  const cut = (from: number, to: number): TokenSlice => {
    const part = text.slice(from, to);
    const starts = Uint32Array.from({ length: part.length }, (_, at) => from + at);
    return {
      first: from,
      ids: Uint32Array.from(starts, (at) => text.charCodeAt(at)),
      byteStarts: starts.slice(),
      byteLengths: new Uint32Array(part.length).fill(1),
      starts,
      ends: starts.map((at) => at + 1),
      headBytes: new Uint8Array(part.length),
      tailBytes: new Uint8Array(part.length),
    };
  };
  return {
    *openInSteps(next) {
      text = '';
      for (const unit of next) {
        text += unit;
        onStep();
        yield { done: text.length, total: next.length, tokens: text.length };
      }
      return summary();
    },
    edit(edits: readonly TextEdit[]) {
      for (const { from, to, insert } of [...edits].sort((a, b) => b.from - a.from))
        text = text.slice(0, from) + insert + text.slice(to);
      return summary();
    },
    setSpecial(next) {
      mode = next;
      return summary();
    },
    slice: cut,
    last: (n) => cut(Math.max(0, text.length - n), text.length),
    byIndex: cut,
  };
}
