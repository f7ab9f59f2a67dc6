import { beforeAll, describe, expect, test } from 'vitest';
import type { FindRefusal } from './parse-find.ts';
import { searchVocabulary } from './search-vocabulary.ts';
import { readAtOnce, runThrough } from './testing/read-at-once.ts';
import type { Tokens } from './token-sheet.ts';
import { everyToken, type VocabularyQuery } from './vocabulary-query.ts';

let search: (query: VocabularyQuery) => ReturnType<typeof searchVocabulary>;
let texts: readonly string[];
let tokens: Tokens;
let size: number;

beforeAll(async () => {
  const r50k = await readAtOnce('r50k_base');
  search = (query) => searchVocabulary(r50k.tokens, r50k.read, query);
  texts = r50k.read.texts.texts;
  tokens = r50k.tokens;
  ({ size } = tokens);
});

function find(typed: string, more: Partial<VocabularyQuery> = {}): number[] {
  const answer = runThrough(search({ ...everyToken, ...more, find: typed }));
  if (!answer.ok) throw new Error(answer.refusal.reason);
  return [...answer.ids];
}

function refusal(typed: string): FindRefusal {
  const answer = runThrough(search({ ...everyToken, find: typed }));
  if (answer.ok) throw new Error(`${answer.ids.length} were found`);
  return answer.refusal;
}

/** Ids by a look at every text. */
const where = (holds: (text: string) => boolean): number[] =>
  [...texts.keys()].filter((id) => holds(texts[id]!));

describe('what is typed finds', () => {
  test('everything, when it is nothing', () => {
    expect(find('').length).toBe(50_257);
  });

  test('an id by its number: #995 is " world"', () => {
    expect(find('#995').map((id) => texts[id])).toEqual([' world']);
    expect(find(' #0995 ')).toEqual([995]);
  });

  test('both the id and the digits, for a plain number', () => {
    const found = find('812');
    expect(found).toContain(812);
    expect(found).toEqual(where((text) => text.includes('812') || text === texts[812]));
    // Beyond the last id there are still the digits.
    expect(find('50257')).toEqual([]);
  });

  test('a text anywhere, whatever its capitals, with its spaces', () => {
    expect(find('WoRld')).toEqual(where((text) => text.toLowerCase().includes('world')));
    expect(find('·world')).toEqual(where((text) => text.toLowerCase().includes(' world')));
    expect(find('⏎⏎')).toEqual(where((text) => text.includes('\n\n')));
  });

  test('a beginning after ^', () => {
    expect(find('^wor')).toEqual(where((text) => text.toLowerCase().startsWith('wor')));
    expect(find('^·wor')).toEqual(where((text) => text.toLowerCase().startsWith(' wor')));
    // Alone it is the character.
    expect(find('^')).toEqual(where((text) => text.includes('^')));
  });

  test('bytes: E3 81 is in every token of hiragana from ぁ to み, whole or in part', () => {
    const found = find('E3 81');
    const hex = (id: number) =>
      Buffer.from(tokens.bytes.subarray(tokens.offsets[id], tokens.offsets[id + 1])).toString('hex');
    const expected = [...texts.keys()].filter((id) => /^(..)*?e381/.test(hex(id)));
    expect(found).toEqual(expected);
    expect(find('e3  81')).toEqual(found);
    expect(find('0xE381')).toEqual(found);
    expect(find('0xE3').length).toBeGreaterThan(found.length);
    // Two letters are letters.
    expect(find('be')).toEqual(where((text) => text.toLowerCase().includes('be')));
  });

  test('what a pattern matches, with its own rules about capitals', () => {
    expect(find('/^ ?world$/')).toEqual(where((text) => text === ' world' || text === 'world'));
    expect(find('/^WORLD$/i')).toEqual(where((text) => text.toLowerCase() === 'world'));
    expect(find(String.raw`/^\p{Script=Han}$/u`).length).toBeGreaterThan(10);
    // The character U+FFFD is in eight tokens; a part of a character is none.
    expect(find(String.raw`/\uFFFD/`).length).toBe(8);
    expect(find('/^[^]$/').length).toBe(find('/^.$/s').length);
  });

  test('no text that begins with a slash but does not end with one', () => {
    expect(find('/')).toEqual(where((text) => text.includes('/')));
    expect(find('//')).toEqual(where((text) => text.includes('//')));
    expect(find('/www')).toEqual(where((text) => text.toLowerCase().includes('/www')));
  });
});

describe('what cannot be looked for is refused with what can', () => {
  test('an id that does not exist', () => {
    expect(refusal('#50257')).toEqual({ reason: 'no-such-id', id: '50257', last: 50_256 });
  });
  test('a pattern that is none', () => {
    expect(refusal('/(/')).toMatchObject({ reason: 'pattern' });
    expect(refusal('/a/uv')).toMatchObject({ reason: 'pattern' });
  });
  test('flags that change nothing, twice the same, and others', () => {
    for (const flags of ['g', 'y', 'ii', 'x'])
      expect(refusal(`/a/${flags}`)).toEqual({ reason: 'flags', flags, accepted: 'imsuv' });
  });
  test('half a byte', () => {
    expect(refusal('0xE38')).toEqual({ reason: 'bytes', digits: 'E38' });
  });
});

describe('filters and orders', () => {
  test('a token is of all the kinds that are asked for: a space, then letters', () => {
    const found = find('', { kinds: ['word', 'leading-space'] });
    expect(found).toEqual(where((text) => /^ \p{L}[\p{L}\p{M}\u200C\u200D]*$/u.test(text)));
    expect(find('', { kinds: ['word', 'digits'] })).toEqual([]);
    expect(find('', { kinds: ['special'] })).toEqual([50_256]);
    expect(find('world', { kinds: ['leading-space'] })).toEqual(
      where((text) => text.toLowerCase().includes('world') && /^ \S/.test(text)),
    );
  });

  test('a script: a letter of it is in the token', () => {
    expect(find('', { script: 'Cyrillic' })).toEqual(where((text) => /\p{Script=Cyrillic}/u.test(text)));
    expect(find('', { script: 'Kana', kinds: ['partial'] })).toEqual(
      where((text) => !text.isWellFormed() && /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(text)),
    );
  });

  test('longest first, shortest first, and by text; equal ones by id', () => {
    const length = (id: number) => tokens.offsets[id + 1]! - tokens.offsets[id]!;
    const ids = find('');
    const longest = find('', { sorting: 'longest' });
    expect(longest).toEqual([...ids].sort((a, b) => length(b) - length(a) || a - b));
    expect(length(longest[0]!)).toBe(128);
    expect(find('', { sorting: 'shortest' })).toEqual(
      [...ids].sort((a, b) => length(a) - length(b) || a - b),
    );
    const own = (id: number) => tokens.bytes.subarray(tokens.offsets[id], tokens.offsets[id + 1]);
    const order = (a: number, b: number) => Buffer.compare(own(a), own(b)) || a - b;
    expect(find('', { sorting: 'text' })).toEqual([...ids].sort(order));
    expect(find('king', { sorting: 'text' })).toEqual(find('king').sort(order));
  });

  test('a search rests at least once in 300 ids, so that it can be given up', () => {
    const steps = search({ ...everyToken, find: '/x/' });
    let rests = 0;
    while (steps.next().done !== true) rests += 1;
    expect(rests).toBeGreaterThan(size / 300);
  });
});
