import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextEdit } from '../../src/core/tokens/text-edit.ts';
import { englishText } from '../tokens/english.ts';

/** UTF-16 units of the text that is edited. */
export const sizes = [10_000, 100_000, 1_000_000, 10_000_000] as const;

/** What is done to it, again and again. */
export const cases = ['random place', 'typing', 'paste 1 KB', 'delete word'] as const;
export type CaseName = (typeof cases)[number];

/** How often, in one measurement: enough for a p99 that is not the maximum. */
export const editsOf: Readonly<Record<CaseName, number>> = {
  'random place': 2000,
  typing: 2000,
  'paste 1 KB': 1000,
  'delete word': 2000,
};

/** English of so many units from a folder's train.txt, or prose that is made up. */
export function textOf(size: number, corpus: string | undefined): string {
  const file = corpus === undefined ? undefined : join(corpus, 'train.txt');
  if (file === undefined || !existsSync(file))
    return repeated(englishText(Math.min(size, 1_000_000), 1, true), size);
  return readFileSync(file, 'utf8').replaceAll('<|endoftext|>\n', '').slice(0, size);
}

/** Made-up prose takes long to make: beyond a megabyte it comes again. */
function repeated(text: string, size: number): string {
  return text.repeat(Math.ceil(size / text.length)).slice(0, size);
}

/** The edits of a case in turn, each on what the one before left. `next` gives whole numbers below a bound. */
export function makeEdits(
  name: CaseName,
  text: string,
  next: (below: number) => number,
): (length: number) => TextEdit {
  const pasted = text.slice(text.length >> 2).slice(0, 1000);
  let typedAt = text.length >> 1;
  return (length) => {
    const at = next(length - 1100);
    switch (name) {
      case 'random place': {
        const kind = next(3);
        return { from: at, to: at + (kind === 0 ? 0 : 1), insert: kind === 1 ? '' : 'e' };
      }
      case 'typing': {
        typedAt += 1;
        return {
          from: typedAt - 1,
          to: typedAt - 1,
          insert: 'the rain had stopped by four, '.charAt(typedAt % 30),
        };
      }
      case 'paste 1 KB':
        return { from: at, to: at, insert: pasted };
      case 'delete word': {
        // Of the text before all edits: a place is as good as another.
        const from = text.indexOf(' ', at);
        return { from, to: Math.min(length, Math.max(from + 1, text.indexOf(' ', from + 1))), insert: '' };
      }
    }
  };
}
