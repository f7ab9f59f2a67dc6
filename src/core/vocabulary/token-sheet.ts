import type { TokenId } from '../numbers/units.ts';
import { readUtf8 } from '../tokens/read-utf8.ts';
import type { VocabularyBytes } from '../tokens/vocabulary-bytes.ts';
import { categoryIndex, categoryOf } from './categories.ts';
import { hasLooseBytes, readableText } from './readable-text.ts';
import { scriptBits } from './scripts.ts';
import { kindBit, lookAlike, looksOf } from './token-kinds.ts';

/** The tokens of any encoding, whether it ships with the page or not. */
export type Tokens = Pick<VocabularyBytes, 'size' | 'special' | 'bytes' | 'offsets'>;

/** What is known of every id, as parallel arrays by id that cross to another thread. */
export interface TokenSheet {
  readonly size: number;
  /** Bits of `tokenKinds`. */
  readonly kinds: Uint16Array<ArrayBuffer>;
  /** Bits of `scripts`: those of the token's letters. */
  readonly scripts: Uint32Array<ArrayBuffer>;
  /** Indexes of `categories`. */
  readonly categories: Uint8Array<ArrayBuffer>;
  /** The next id that looks alike, round and round; an id's own where none does. */
  readonly alike: Uint32Array<ArrayBuffer>;
  /** What the text of each unreachable id encodes to. */
  readonly again: ReadonlyMap<TokenId, readonly TokenId[]>;
}

/** Texts by id, as `readableText` writes them; `''` for a hole. Read once, searched often. */
export interface TokenTexts {
  readonly texts: readonly string[];
  /** The same in small letters. */
  readonly small: readonly string[];
}

export interface ReadVocabulary {
  readonly sheet: TokenSheet;
  readonly texts: TokenTexts;
}

/** Ids between two steps: some milliseconds. */
const stride = 512;

const special = kindBit('special');
const hole = kindBit('hole');
const singleByte = kindBit('single-byte');
const partial = kindBit('partial');
const unreachable = kindBit('unreachable');
const duplicate = kindBit('duplicate');

/**
 * Looks at every id, and yields how many are done. `encode` gives the ids of a text with special tokens as plain text:
 * a special token is then `unreachable-special`, as nothing that is typed makes it.
 */
export function* readVocabulary(
  tokens: Tokens,
  encode: (text: string) => ArrayLike<TokenId>,
): Generator<number, ReadVocabulary> {
  const { size, bytes, offsets } = tokens;
  const sheet = emptySheet(size);
  const again = new Map<TokenId, readonly TokenId[]>();
  const texts: string[] = [];
  const small: string[] = [];
  const specialIds = new Set(tokens.special.map(({ id }) => id));
  const lastAlike = new Map<string, TokenId>();
  for (let id = 0; id < size; id++) {
    if (id % stride === 0) yield id;
    const from = offsets[id]!;
    const to = offsets[id + 1]!;
    sheet.alike[id] = id;
    const text = readableText(bytes, from, to);
    texts.push(text);
    small.push(text.toLowerCase());
    if (from === to) {
      sheet.kinds[id] = hole;
      sheet.categories[id] = categoryIndex('hole');
      continue;
    }
    const loose = hasLooseBytes(text);
    const shown = loose ? readUtf8(bytes, from, to) : text;
    const isSpecial = specialIds.has(id);
    const ids = encode(shown);
    const category = categoryOf({ id, text: shown, ids, special: isSpecial });
    sheet.categories[id] = categoryIndex(category);
    if (isSpecial) {
      sheet.kinds[id] = special;
      continue;
    }
    let bits = looksOf(text);
    if (to - from === 1) bits |= singleByte;
    if (loose) bits |= partial;
    if (category === 'unreachable-single' || category === 'unreachable-multi') {
      bits |= unreachable;
      again.set(id, Array.from(ids));
    }
    sheet.kinds[id] = bits;
    sheet.scripts[id] = scriptBits(text);
    if (!loose) joinAlike(sheet, lastAlike, lookAlike(text), id);
  }
  return { sheet: { ...sheet, again }, texts: { texts, small } };
}

function joinAlike(
  { alike, kinds }: Pick<TokenSheet, 'alike' | 'kinds'>,
  last: Map<string, TokenId>,
  looks: string,
  id: TokenId,
): void {
  if (looks === '') return;
  const before = last.get(looks);
  last.set(looks, id);
  if (before === undefined) return;
  alike[id] = alike[before]!;
  alike[before] = id;
  kinds[before]! |= duplicate;
  kinds[id]! |= duplicate;
}

function emptySheet(size: number): Omit<TokenSheet, 'again'> {
  return {
    size,
    kinds: new Uint16Array(size),
    scripts: new Uint32Array(size),
    categories: new Uint8Array(size),
    alike: new Uint32Array(size),
  };
}
