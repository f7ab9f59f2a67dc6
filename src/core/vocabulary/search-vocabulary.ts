import { parseFind, type FindRefusal } from './parse-find.ts';
import { scriptBit } from './scripts.ts';
import { orderTokens } from './order-tokens.ts';
import { kindBit } from './token-kinds.ts';
import { tokenMatcher } from './token-matcher.ts';
import type { ReadVocabulary, Tokens } from './token-sheet.ts';
import type { VocabularyQuery } from './vocabulary-query.ts';

export type SearchAnswer =
  | { readonly ok: true; readonly ids: Uint32Array<ArrayBuffer> }
  | { readonly ok: false; readonly refusal: FindRefusal };

/** Ids between two steps. */
const stride = 256;

/** Yields now and then, so that a search can be given up; a pattern that never ends on one token cannot. */
export function* searchVocabulary(
  tokens: Tokens,
  { sheet, texts }: ReadVocabulary,
  { find, kinds, script, sorting }: VocabularyQuery,
): Generator<void, SearchAnswer> {
  const parsed = parseFind(find, tokens.size);
  if (!parsed.ok) return parsed;
  const meant = tokenMatcher(parsed.find, tokens, texts);
  const wanted = kinds.reduce((bits, kind) => bits | kindBit(kind), 0);
  const letters = script === undefined ? 0 : scriptBit(script);
  const ids = new Uint32Array(tokens.size);
  let count = 0;
  for (let id = 0; id < tokens.size; id++) {
    if (id % stride === stride - 1) yield;
    if ((sheet.kinds[id]! & wanted) !== wanted) continue;
    if (letters !== 0 && (sheet.scripts[id]! & letters) === 0) continue;
    if (meant(id)) ids[count++] = id;
  }
  return { ok: true, ids: orderTokens(ids.slice(0, count), sorting, tokens) };
}
