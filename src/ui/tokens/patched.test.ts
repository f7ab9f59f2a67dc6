import { EditorState, Text } from '@codemirror/state';
import { Decoration, type DecorationSet } from '@codemirror/view';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import { paintTokens, type PaintOptions } from './paint-tokens.ts';
import { patched } from './patched.ts';
import { shortLine } from './visible-span.ts';

// What carries the colours; here only the names of the classes are looked at.
vi.stubGlobal(
  'CSSStyleSheet',
  class {
    insertRule = () => 0;
  },
);
vi.stubGlobal('document', { adoptedStyleSheets: [] });

/** Three tokens of one letter each; what is painted depends on ids alone. */
const vocabulary: PaintOptions['vocabulary'] = {
  encoding: 'r50k_base',
  size: 3,
  bytes: new TextEncoder().encode('abc'),
  offsets: Uint32Array.of(0, 1, 2, 3),
  special: [],
};
const options: PaintOptions = { vocabulary, windowFrom: 5, activeId: 1, surprise: undefined };

/** The tokens that touch a stretch, as a worker gives them; `cuts` are the ends of all tokens. */
function sliceOf(cuts: readonly number[], from: number, to: number): TokenSlice {
  const all = cuts.map((end, index) => ({ index, start: index === 0 ? 0 : cuts[index - 1]!, end }));
  const touched = all.filter(({ start, end }) => end > from && start < to);
  return {
    first: touched[0]?.index ?? 0,
    byteStarts: Uint32Array.from(touched, ({ start }) => start),
    byteLengths: Uint32Array.from(touched, ({ start, end }) => end - start),
    ids: Uint32Array.from(touched, ({ index }) => index % 3),
    starts: Uint32Array.from(touched, ({ start }) => start),
    ends: Uint32Array.from(touched, ({ end }) => end),
    headBytes: new Uint8Array(touched.length),
    tailBytes: new Uint8Array(touched.length),
  };
}

/** All but a token that lies across `edge`: whether it is underlined depends on tokens that were not asked for. */
function drawn(paint: DecorationSet, edge: number): string[] {
  const found: string[] = [];
  for (const at = paint.iter(); at.value !== null; at.next())
    if (at.from >= edge || at.to <= edge)
      found.push(`${at.from}-${at.to} ${(at.value.spec as { class: string }).class}`);
  return found.sort();
}

/** Lengths of lines. */
const lines = fc.array(fc.constantFrom(0, 1, 2, 30, 700, shortLine, shortLine + 1), { minLength: 1 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

const painted = (doc: Text, cuts: readonly number[], from: number, to: number) => ({
  span: { from, to },
  ranges: paintTokens(doc, sliceOf(cuts, from, to), options),
});

const docOf = (lengths: readonly number[]): Text => Text.of(lengths.map((length) => 'a'.repeat(length)));

function cutsOf(doc: Text, widths: readonly number[]): number[] {
  const cuts: number[] = [];
  for (let end = 0, n = 0; end < doc.length; n++) {
    end = Math.min(doc.length, end + 1 + (widths[n % Math.max(1, widths.length)] ?? 3));
    cuts.push(end);
  }
  return cuts;
}

test('a stretch painted anew from the same tokens leaves the paint as it was', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.nat(40)), share, share, (lengths, widths, a, b) => {
      const doc = docOf(lengths);
      const cuts = cutsOf(doc, widths);
      const full = patched(Decoration.none, painted(doc, cuts, 0, doc.length), doc);
      const [from, to] = [a, b].map((at) => Math.round(at * doc.length)).sort((x, y) => x - y);
      // As the painter asks: from the start of a line, unless it is long.
      const line = doc.lineAt(from!);
      const start = line.length > shortLine ? from! : line.from;
      const again = patched(full, painted(doc, cuts, start, Math.max(start, to!)), doc);
      expect(drawn(again, start)).toEqual(drawn(full, start));
    }),
  );
});

test('after an edit nothing of the paint before is left where all is painted anew', () => {
  fc.assert(
    fc.property(lines, lines, fc.array(fc.nat(9)), share, share, (lengths, added, widths, a, b) => {
      const before = docOf(lengths);
      const [from, to] = [a, b].map((at) => Math.round(at * before.length)).sort((x, y) => x - y);
      const state = EditorState.create({ doc: before });
      const { changes, newDoc } = state.update({ changes: { from: from!, to: to!, insert: docOf(added) } });
      const old = patched(Decoration.none, painted(before, cutsOf(before, widths), 0, before.length), before);
      const news = painted(newDoc, cutsOf(newDoc, widths), 0, newDoc.length);
      const fresh = patched(Decoration.none, news, newDoc);
      expect(drawn(patched(old.map(changes), news, newDoc), 0)).toEqual(drawn(fresh, 0));
    }),
  );
});
