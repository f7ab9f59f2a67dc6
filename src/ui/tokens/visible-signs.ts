import type { Text } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import type { Range } from '@codemirror/state';
import styles from './text-editor.module.css';
import { visibleMarks, type VisibleMark } from './visible-marks.ts';
import type { Span } from './visible-span.ts';

const tab = Decoration.mark({ class: styles['tab'] ?? '' });
const lineBreak = Decoration.line({ class: styles['break'] ?? '' });

/**
 * Signs for what a font does not show: arrows on tabs, code points on controls, `⏎` at line ends.
 * Spaces have the dots of a font of their own. They are pictures, not text: nothing is added to what is copied, read
 * aloud or measured.
 */
export function visibleSigns(doc: Text, { from, to }: Span): Range<Decoration>[] {
  const text = doc.sliceString(from, to);
  const signs = visibleMarks(text, from).map((mark) => decorationOf(mark).range(mark.from, mark.to));
  const last = doc.lineAt(to).number;
  for (let number = doc.lineAt(from).number; number <= last && number < doc.lines; number++)
    signs.push(lineBreak.range(doc.line(number).from));
  return signs;
}

function decorationOf({ kind, label }: VisibleMark): Decoration {
  if (kind === 'tab') return tab;
  return Decoration.mark({
    class: styles['code'] ?? '',
    attributes: { 'data-label': label, title: label },
  });
}
