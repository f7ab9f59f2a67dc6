import { StateEffect, StateField, type ChangeDesc, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import { changeEditor } from './change-editor.ts';
import { paintTokens, type PaintOptions } from './paint-tokens.ts';
import { patched, type Patch } from './patched.ts';
import type { TokenSource } from './token-source.ts';
import { visibleSigns } from './visible-signs.ts';
import { longestSpan, visibleSpans, type Span, type Spans } from './visible-span.ts';

/** What the paint depends on besides the text. */
export interface PaintInput extends Omit<PaintOptions, 'vocabulary'> {
  /** Of the text as it is now; undefined when there is none that is newer than what the painter has. */
  readonly source: TokenSource | undefined;
}

/** A layer of paint. It moves with the text until the next one is there, so that nothing flickers. */
function layer() {
  const painted = StateEffect.define<Patch>();
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update: (paint, { changes, effects, newDoc }) =>
      effects
        .filter((effect) => effect.is(painted))
        .reduce((now, { value }) => patched(now, value, newDoc), paint.map(changes)),
    provide: (self) => EditorView.decorations.from(self),
  });
  return { painted, field };
}

// subtle: of two marks on one text the earlier extension's is the inner one; signs stand on their token's ground.
const tokens = layer();
const signs = layer();

/** UTF-16 units: what is typed, or drawn from a model; it is painted when it is seen. */
const fewUnits = 1000;

/** Milliseconds that signs wait for the tokens of the same place. */
const patience = 60;

type Known = Span & { readonly slice: TokenSlice };

/** Asks for the tokens of what is on the screen, and paints them when they come. */
class Painter {
  readonly #view: EditorView;
  #input: PaintInput = { source: undefined, windowFrom: 0, activeId: undefined, surprise: undefined };
  /** The range that was asked for last, whether or not the answer is there. */
  #asked: (Span & { readonly giveUp: AbortController }) | undefined;
  /** What has paint, be it of a text before: what is outside has none. */
  #coloured: Span | undefined;
  /** What is painted as it is now, for painting it anew without asking. */
  #known: Known | undefined;
  /** What `ahead` has been given, until the change is drawn. */
  #ahead: { readonly input: PaintInput; readonly known: Known | undefined } | undefined;
  /** What was near the screen at the last look, moved along with the text; undefined when that would be a guess. */
  #near: Span | undefined;
  #signed: Span | undefined;
  readonly #look = {
    key: this,
    read: (view: EditorView) => visibleSpans(view),
    write: (spans: Spans) => this.#see(spans),
  };

  constructor(view: EditorView) {
    this.#view = view;
    // A scroll inside one long line moves no viewport.
    view.scrollDOM.addEventListener('scroll', this.#onScroll, { passive: true });
    view.requestMeasure(this.#look);
  }

  readonly #onScroll = (): void => this.#view.requestMeasure(this.#look);

  /** Of a change of the reader's that is about to be drawn: its paint, if the tokens can be had at once. */
  ahead(changes: ChangeDesc, doc: Text, input: PaintInput): StateEffect<Patch>[] {
    const { source } = input;
    const near = this.#near && moved(this.#near, changes);
    const slice = near && source?.sliceNow?.(near.from, near.to);
    this.#ahead = { input, known: near && slice && { ...near, slice } };
    if (near === undefined || slice === undefined || source === undefined) return [];
    return [
      signs.painted.of({ span: near, ranges: visibleSigns(doc, near) }),
      tokens.painted.of({
        span: near,
        ranges: paintTokens(doc, slice, { ...input, vocabulary: source.vocabulary }),
      }),
    ];
  }

  set(input: PaintInput): void {
    const before = this.#input;
    const source = input.source ?? before.source;
    this.#input = { ...input, source };
    if (isSame(this.#input, before)) return;
    // What is not known to be on the screen is asked for after the next look.
    if (source === before.source) this.#paint();
    else if (source !== undefined && this.#near !== undefined) void this.#ask(source, this.#near);
  }

  update({ docChanged, viewportChanged, geometryChanged, view, changes }: ViewUpdate): void {
    if (docChanged) {
      this.#near = this.#near && moved(this.#near, changes);
      this.#coloured = this.#coloured && grown(this.#coloured, changes);
      this.#asked?.giveUp.abort();
      const { input, known } = this.#ahead ?? {};
      this.#ahead = undefined;
      this.#known = known;
      this.#asked = known && { ...known, giveUp: new AbortController() };
      this.#signed = known;
      this.#coloured = known ? joined(this.#coloured, known) : this.#coloured;
      // Without a reader's change the source is of the text before; the next one comes with `set`.
      this.#input = input ?? { ...this.#input, source: undefined };
      const { source } = this.#input;
      if (source !== undefined && known === undefined && this.#near !== undefined)
        void this.#ask(source, this.#near);
    }
    if (docChanged || viewportChanged || geometryChanged) view.requestMeasure(this.#look);
  }

  destroy(): void {
    this.#near = undefined;
    this.#asked?.giveUp.abort();
    this.#view.scrollDOM.removeEventListener('scroll', this.#onScroll);
  }

  /** What is on the screen now, told while CodeMirror measures: changes must wait until it has done. */
  #see({ needed, near, soon, wide }: Spans): void {
    const { source } = this.#input;
    this.#near = near;
    const isThere = holds(this.#asked, needed) && (holds(this.#asked, soon) || holds(this.#coloured, soon));
    const asks = source !== undefined && !isThere;
    if (!holds(this.#signed, needed)) {
      // Signs come with the tokens, in one change, unless those take long.
      const sign = (): void => {
        if (this.#near !== near || holds(this.#signed, needed)) return;
        changeEditor(this.#view, { effects: this.#signsOf(wide) });
      };
      if (asks) setTimeout(sign, patience);
      else queueMicrotask(sign);
    }
    if (asks) void this.#ask(source, wide);
  }

  async #ask(source: TokenSource, span: Span): Promise<void> {
    this.#asked?.giveUp.abort();
    const giveUp = new AbortController();
    const { signal } = giveUp;
    this.#asked = { ...span, giveUp };
    try {
      const slice = await source.slice(span.from, span.to, { signal });
      if (signal.aborted) return;
      this.#known = { ...span, slice };
      // One change instead of two where the signs have not been drawn yet.
      this.#paint(holds(this.#signed, span) ? [] : [this.#signsOf(span)]);
    } catch {
      // A source that fails is told of by the room; the text stays as it is, without colours.
    }
  }

  #signsOf(span: Span): StateEffect<Patch> {
    this.#signed = span;
    return signs.painted.of({ span, ranges: visibleSigns(this.#view.state.doc, span) });
  }

  #paint(others: readonly StateEffect<Patch>[] = []): void {
    const { source, ...options } = this.#input;
    if (source === undefined || this.#known === undefined) return;
    const { vocabulary } = source;
    const { slice, from, to } = this.#known;
    const ranges = paintTokens(this.#view.state.doc, slice, { vocabulary, ...options });
    this.#coloured = joined(this.#coloured, this.#known);
    changeEditor(this.#view, { effects: [...others, tokens.painted.of({ span: { from, to }, ranges })] });
  }
}

function isSame(a: PaintInput, b: PaintInput): boolean {
  return (['source', 'windowFrom', 'activeId', 'surprise'] as const).every((name) => a[name] === b[name]);
}

function holds(outer: Span | undefined, { from, to }: Span): boolean {
  return outer !== undefined && outer.from <= from && outer.to >= to;
}

/** Both as one stretch, or the new one alone when there is something between them. */
function joined(old: Span | undefined, { from, to }: Span): Span {
  if (old === undefined || old.to < from || old.from > to) return { from, to };
  return { from: Math.min(old.from, from), to: Math.max(old.to, to) };
}

/** A stretch after a change; undefined when so much was put in that it has not been painted. */
function grown({ from, to }: Span, changes: ChangeDesc): Span | undefined {
  const now = { from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) };
  return now.to - now.from - (to - from) <= fewUnits ? now : undefined;
}

function moved({ from, to }: Span, changes: ChangeDesc): Span | undefined {
  const now = { from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) };
  return now.to - now.from <= longestSpan ? now : undefined;
}

const painter = ViewPlugin.fromClass(Painter);

/** The extension that colours tokens and draws what is invisible. */
export const tokenPaint: Extension = [signs.field, tokens.field, painter];

/** Of a reader's change that is about to be drawn: effects to be drawn with it. What is missing follows when it is there. */
export function paintAhead(
  view: EditorView,
  changes: ChangeDesc,
  doc: Text,
  input: PaintInput,
): readonly StateEffect<unknown>[] {
  return view.plugin(painter)?.ahead(changes, doc, input) ?? [];
}

export function setPaint(view: EditorView, input: PaintInput): void {
  view.plugin(painter)?.set(input);
}
