import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeText } from './code.ts';
import { englishText } from './english.ts';
import { japaneseText } from './japanese.ts';
import { random } from './random.ts';

export const caseNames = [
  'english',
  'english ASCII',
  'japanese',
  'code',
  'letter a',
  'spaces',
  'equals',
  'random letters',
] as const;
export type CaseName = (typeof caseNames)[number];

/** Texts that no natural language has; time is bounded for them. */
export const hostile: readonly CaseName[] = ['letter a', 'spaces', 'equals', 'random letters'];

function utf8Megabyte(text: string): string {
  return Buffer.from(text)
    .subarray(0, 1_000_000)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
}

function letters(length: number, seed: number): string {
  const next = random(seed);
  return Array.from({ length }, () => String.fromCharCode(97 + next(26))).join('');
}

/** The text to be timed, and another one of its kind to warm up on. English may come from a folder's train.txt. */
export function textsOf(name: CaseName, corpus: string | undefined): { timed: string; warmUp: string } {
  switch (name) {
    case 'english':
    case 'english ASCII': {
      const printed = name === 'english';
      if (corpus === undefined) {
        return {
          timed: utf8Megabyte(englishText(1_000_000, 1, printed)),
          warmUp: englishText(400_000, 2, printed),
        };
      }
      const all = readFileSync(join(corpus, 'train.txt'), 'utf8').replaceAll('<|endoftext|>\n', '');
      return { timed: all.slice(2_000_000, 3_000_000), warmUp: all.slice(-400_000) };
    }
    case 'japanese':
      return { timed: utf8Megabyte(japaneseText(400_000, 1)), warmUp: japaneseText(150_000, 2) };
    case 'code':
      return { timed: codeText(1_000_000, 0), warmUp: codeText(300_000, 1) };
    case 'letter a':
      return { timed: 'a'.repeat(100_000), warmUp: 'b'.repeat(3000) };
    case 'spaces':
      return { timed: ' '.repeat(100_000), warmUp: ' '.repeat(3000) };
    case 'equals':
      return { timed: '='.repeat(100_000), warmUp: '-'.repeat(3000) };
    case 'random letters':
      return { timed: letters(50_000, 1), warmUp: letters(3000, 2) };
  }
}
