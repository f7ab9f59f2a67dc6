/** Folded units that are looked through for the next agreement. */
const reach = 48;
/** Units that must agree there. */
const sure = 3;

/** Units between two steps: some milliseconds. */
const perStep = 16_384;

type Words = Uint32Array<ArrayBuffer>;

/** A text without case, marks and width: what a normalizer may have changed. One entry per folded unit. */
interface Folded {
  readonly text: string;
  /** UTF-16 span, in the text itself, of the character that each folded unit comes from. */
  readonly starts: Words;
  readonly ends: Words;
}

const folds = new Map<string, string>();

function foldOf(character: string): string {
  let folded = folds.get(character);
  if (folded === undefined) {
    folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s/gu, ' ');
    folds.set(character, folded);
  }
  return folded;
}

function* fold(text: string): Generator<void, Folded, void> {
  let starts: Words = new Uint32Array(text.length + 64);
  let ends: Words = new Uint32Array(text.length + 64);
  let size = 0;
  let folded = '';
  let next = perStep;
  for (let at = 0; at < text.length;) {
    const end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
    const own = foldOf(end === at + 1 ? text[at]! : text.slice(at, end));
    if (size + own.length > starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    // A mark belongs to what stands before it.
    if (own === '' && size > 0) ends[size - 1] = end;
    for (let i = 0; i < own.length; i++) {
      starts[size] = at;
      ends[size++] = end;
    }
    folded += own;
    at = end;
    if (at < next) continue;
    next = at + perStep;
    yield;
  }
  return { text: folded, starts, ends };
}

/** subtle: a character can fold to 18 (U+FDFA), which the 64 to spare have room for. */
function grown(array: Words): Words {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}

/** For each UTF-16 unit of a normalized text, the span of the given text that it comes from; empty for what was put in. */
export interface Alignment {
  readonly starts: Words;
  readonly ends: Words;
}

/**
 * Finds a normalized text in the one it was made of, by walking through both: case, accents, width and white space may differ.
 * From a place on where they are too different, everything is empty spans. In steps.
 */
export function* alignText(normalized: string, text: string): Generator<void, Alignment, void> {
  const starts = new Uint32Array(normalized.length).fill(0xffff_ffff);
  const ends = new Uint32Array(normalized.length);
  const from = yield* fold(normalized);
  const to = yield* fold(text);
  let i = 0;
  let j = 0;
  let next = perStep;
  while (i < from.text.length && j < to.text.length) {
    if (j >= next) {
      next = j + perStep;
      yield;
    }
    if (from.text[i] === to.text[j]) {
      for (let unit = from.starts[i]!; unit < from.ends[i]!; unit++) {
        starts[unit] = Math.min(starts[unit]!, to.starts[j]!);
        ends[unit] = Math.max(ends[unit]!, to.ends[j]!);
      }
      i += 1;
      j += 1;
    } else if (from.text[i] === ' ') i += 1;
    else if (to.text[j] === ' ') j += 1;
    else {
      const next = agreement(from.text, i, to.text, j);
      if (next === undefined) break;
      [i, j] = next;
    }
  }
  let cursor = 0;
  for (let unit = 0; unit < normalized.length; unit++) {
    if (starts[unit] === 0xffff_ffff) starts[unit] = cursor;
    cursor = ends[unit] = Math.max(cursor, ends[unit]!);
    starts[unit] = Math.min(starts[unit]!, cursor);
  }
  return { starts, ends };
}

/** The nearest places from which the two agree again; undefined when there are none within reach. */
function agreement(a: string, i: number, b: string, j: number): readonly [number, number] | undefined {
  for (let sum = 1; sum <= reach; sum++)
    for (let skip = 0; skip <= sum; skip++) {
      const part = a.slice(i + skip, i + skip + sure);
      if (part !== '' && b.startsWith(part, j + sum - skip)) return [i + skip, j + sum - skip];
    }
  return undefined;
}
