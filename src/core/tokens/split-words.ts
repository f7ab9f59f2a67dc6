import { segmentRun } from './segment-run.ts';
import type { SpanList } from './span-list.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
/** UTF-16 units between two steps. */
const perStep = 16_384;
/** Runs that need the segmenter are given to it together, up to about so many units: each call has its price. */
const together = 96;

const letter = 1;
const digit = 2;
/** `_`, which belongs to words. */
const low = 4;
const wordUnit = letter | digit | low;
const space = 8;
/** Begins a new run wherever it stands: what has no spaces is cut there before the segmenter sees it. */
const stop = 16;
/** What only the segmenter knows. */
const foreign = 32;

const classOf = new Uint8Array(0x1_0000).fill(foreign);
for (let unit = 0; unit < 0x80; unit++) {
  const sign = String.fromCharCode(unit);
  classOf[unit] = /[a-z]/i.test(sign)
    ? letter
    : /\d/.test(sign)
      ? digit
      : sign === '_'
        ? low
        : /\s/.test(sign)
          ? space
          : 0;
}
for (const sign of '\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000')
  classOf[sign.charCodeAt(0)] = space;
// Letters of Latin, Greek and Cyrillic that are in all versions of Unicode.
for (const [first, last] of [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x391, 0x3a1],
  [0x3a3, 0x3ce],
  [0x400, 0x481],
  [0x48a, 0x52f],
] as const)
  classOf.fill(letter, first, last + 1);
for (const sign of '。、「」『』（）！？') classOf[sign.charCodeAt(0)] = stop;

/**
 * Adds words, figures and punctuation marks, and returns how many different ones there are. Borders are those of Unicode
 * (UAX #29, with the segmenter's dictionaries where a script has no spaces); white space is left out.
 */
export function* splitWords(text: string, spans: SpanList): Generator<void, number, void> {
  const { length } = text;
  const distinct = new Set<string>();
  const add = (start: number, end: number): void => {
    if (classOf[text.charCodeAt(start)] === space) return;
    spans.add(start, end);
    distinct.add(text.slice(start, end));
  };
  let next = perStep;
  for (let at = 0; at < length;) {
    if (classOf[text.charCodeAt(at)] === space) at += 1;
    else {
      const to = runEnd(text, at);
      if (isPlain(text, at, to)) {
        splitPlain(text, at, to, add);
        at = to;
      } else {
        const last = lastOfTogether(text, at, to);
        segmentRun(segmenter, text, at, last, add);
        at = last;
      }
    }
    if (at >= next) {
      next = at + perStep;
      yield;
    }
  }
  return distinct.size;
}

/** UTF-16 offset after the run without white space that begins at `from`. */
function runEnd(text: string, from: number): number {
  let to = from + 1;
  while (to < text.length && (classOf[text.charCodeAt(to)]! & (space | stop)) === 0) to += 1;
  return to;
}

/** UTF-16 offset after the last of the runs from `from` on, the first of which ends at `to`, that go to the segmenter at once. */
function lastOfTogether(text: string, from: number, to: number): number {
  let last = to;
  while (last - from < together) {
    let start = last;
    while (start < text.length && classOf[text.charCodeAt(start)] === space) start += 1;
    if (start === text.length) return last;
    const end = runEnd(text, start);
    if (isPlain(text, start, end)) return last;
    last = end;
  }
  return last;
}

/** Whether a run can be cut without the segmenter: whether a colon joins two words has changed from version to version. */
function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if ((classOf[unit]! & (foreign | stop)) !== 0) return false;
    if (unit === colon && (around(text, at, from, to) & wordUnit) !== 0) return false;
  }
  return true;
}

function splitPlain(text: string, from: number, to: number, add: (start: number, end: number) => void): void {
  for (let at = from; at < to;) {
    let end = at + 1;
    if ((classOf[text.charCodeAt(at)]! & wordUnit) !== 0)
      while (end < to && ((classOf[text.charCodeAt(end)]! & wordUnit) !== 0 || joins(text, end, from, to)))
        end += 1;
    add(at, end);
    at = end;
  }
}

/** Class that the signs before and after share, within a run; 0 when they share none. */
function around(text: string, at: number, from: number, to: number): number {
  if (at === from || at + 1 === to) return 0;
  return classOf[text.charCodeAt(at - 1)]! & classOf[text.charCodeAt(at + 1)]!;
}

const [colon, apostrophe, dot, comma, semicolon] = Array.from(":'.,;", (sign) => sign.charCodeAt(0));

/** Whether a sign joins what stands on both sides: `don't`, `e.g`, `3.5`, `1,000` (UAX #29, WB6, 7, 11 and 12). */
function joins(text: string, at: number, from: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === apostrophe || unit === dot) return (around(text, at, from, to) & (letter | digit)) !== 0;
  return (unit === comma || unit === semicolon) && around(text, at, from, to) === digit;
}
