import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { TokenSlice } from '../../../../core/tokens/slice.ts';
import { paintTokens } from './paint-tokens.ts';
import type { TokenSource } from './token-source.ts';

/** What the paint depends on besides the text. */
export interface PaintInput {
  /** Of the text as it is now; undefined while it is being read. */
  readonly source: TokenSource | undefined;
  readonly windowFrom: number;
  readonly activeId: TokenId | undefined;
}

const painted = StateEffect.define<DecorationSet>();

/** Tokens as they were painted last; they move with the text until the next ones are there. */
const paintField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(paint, transaction) {
    const moved = paint.map(transaction.changes);
    const news = transaction.effects.find((effect) => effect.is(painted));
    return news === undefined ? moved : news.value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** UTF-16 units around the visible range that are painted as well, so that a small scroll shows colours at once. */
const margin = 500;

/** A stretch of the text with its tokens. */
interface Known {
  readonly from: number;
  readonly to: number;
  readonly slice: TokenSlice;
}

/** Asks for the tokens of what is on the screen, and paints them when they come. */
class Painter {
  readonly #view: EditorView;
  #input: PaintInput = { source: undefined, windowFrom: 0, activeId: undefined };
  #asked: AbortController | undefined;
  /** The tokens that are painted, for painting them anew without asking. */
  #known: readonly Known[] = [];

  constructor(view: EditorView) {
    this.#view = view;
  }

  set(input: PaintInput): void {
    const before = this.#input;
    this.#input = input;
    if (input.source === undefined) this.#asked?.abort();
    else if (input.source !== before.source) void this.#ask(input.source);
    else this.#paint();
  }

  update({ docChanged, viewportChanged, view }: ViewUpdate): void {
    const { source } = this.#input;
    if (docChanged) {
      // The source is of the text before; the next one comes with `set`.
      this.#asked?.abort();
      this.#known = [];
      this.#input = { ...this.#input, source: undefined };
    } else if (viewportChanged && source !== undefined) {
      const shown = ({ from, to }: Stretch) =>
        this.#known.some((known) => known.from <= from && known.to >= to);
      if (!view.visibleRanges.every(shown)) void this.#ask(source);
    }
  }

  destroy(): void {
    this.#asked?.abort();
  }

  async #ask(source: TokenSource): Promise<void> {
    this.#asked?.abort();
    const { signal } = (this.#asked = new AbortController());
    const stretches = wider(this.#view.visibleRanges, this.#view.state.doc.length);
    try {
      const slices = await Promise.all(stretches.map(({ from, to }) => source.slice(from, to, { signal })));
      if (signal.aborted) return;
      this.#known = stretches.map((stretch, at) => ({ ...stretch, slice: slices[at]! }));
      this.#paint();
    } catch {
      // A source that fails is told of by the room; the text stays as it is, without colours.
    }
  }

  #paint(): void {
    const { source, windowFrom, activeId } = this.#input;
    if (source === undefined || this.#known.length === 0) return;
    const { doc } = this.#view.state;
    const options = { vocabulary: source.vocabulary, windowFrom, activeId };
    const paint = paintTokens(
      doc,
      this.#known.map(({ slice }) => slice),
      options,
    );
    this.#view.dispatch({ effects: painted.of(paint) });
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The same stretches with a margin around them; those that then meet are one. */
function wider(stretches: readonly Stretch[], length: number): Stretch[] {
  const merged: { from: number; to: number }[] = [];
  for (const stretch of stretches) {
    const from = Math.max(0, stretch.from - margin);
    const to = Math.min(length, stretch.to + margin);
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else merged.push({ from, to });
  }
  return merged;
}

const painter = ViewPlugin.fromClass(Painter);

/** The extension that colours tokens, and how to tell it what to paint. */
export const tokenPaint: Extension = [paintField, painter];

export function setPaint(view: EditorView, input: PaintInput): void {
  view.plugin(painter)?.set(input);
}
