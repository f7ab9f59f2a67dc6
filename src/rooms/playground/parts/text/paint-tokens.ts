import { Decoration, type DecorationSet } from '@codemirror/view';
import type { Range, Text } from '@codemirror/state';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { TokenSlice } from '../../../../core/tokens/slice.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { tokenColour } from '../../../../ui/token-colour.ts';
import { tokenFace } from '../../selectors/token-face.ts';
import { ownSpans, type OwnSpan } from './own-spans.ts';
import { LineBreakWidget } from './widgets.ts';
import styles from './text-editor.module.css';

export interface PaintOptions {
  readonly vocabulary: VocabularyBytes;
  /** Index of the first token that the model sees. */
  readonly windowFrom: number;
  readonly activeId: TokenId | undefined;
}

/** Decorations for the slices that are on the screen: a ground per token, a sign per line break. */
export function paintTokens(doc: Text, slices: readonly TokenSlice[], options: PaintOptions): DecorationSet {
  return Decoration.set(
    slices.flatMap((slice) => rangesOf(doc, slice, options)),
    true,
  );
}

function rangesOf(doc: Text, slice: TokenSlice, options: PaintOptions): Range<Decoration>[] {
  const textFrom = slice.starts[0] ?? 0;
  const text = doc.sliceString(textFrom, slice.ends.at(-1) ?? 0);
  const ranges: Range<Decoration>[] = [];
  for (const span of ownSpans(slice, text, textFrom)) {
    ranges.push(Decoration.mark(markOf(span, slice, options)).range(span.from, span.to));
    for (let at = span.from; at < span.to; at++) {
      if (text.charCodeAt(at - textFrom) !== lineFeed) continue;
      const widget = new LineBreakWidget(slice.ids[span.token]!);
      ranges.push(Decoration.widget({ widget, side: 1 }).range(at));
    }
  }
  return ranges;
}

const lineFeed = 10;

function markOf(span: OwnSpan, slice: TokenSlice, { vocabulary, windowFrom, activeId }: PaintOptions) {
  const id = slice.ids[span.token]!;
  const index = slice.first + span.token;
  const faces = span.tokens.map((token) => tokenFace(slice.ids[token]!, vocabulary));
  const classes = [
    styles['token'],
    index % 2 === 1 && styles['odd'],
    index < windowFrom && styles['unseen'],
    faces.some((face) => face.id === activeId) && styles['active'],
    faces.length > 1 && styles['split'],
  ];
  return {
    class: classes.filter((name) => typeof name === 'string').join(' '),
    attributes: {
      style: `background-color: ${tokenColour(id)}`,
      'data-token': String(id),
      title: faces.map((face) => `${face.label} · ${face.id}`).join('  +  '),
    },
  };
}
