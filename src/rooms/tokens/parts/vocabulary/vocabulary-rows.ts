import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { categories, type Category } from '../../../../core/vocabulary/categories.ts';
import { scriptsOf, type Script } from '../../../../core/vocabulary/scripts.ts';
import { kindsOf, type TokenKind } from '../../../../core/vocabulary/token-kinds.ts';
import type { TokenSheet } from '../../../../core/vocabulary/token-sheet.ts';
import { hexOf } from '../../../../ui/tokens/hex-of.ts';
import { tokenFace, type TokenFace } from '../../../../ui/tokens/token-face.ts';

/** What the browser shows of one id. */
export interface VocabularyRow {
  readonly face: TokenFace;
  /** Such as `20 74 68 65`; `''` for an id that stands for nothing. */
  readonly bytes: string;
  readonly byteCount: number;
  readonly kinds: readonly TokenKind[];
  readonly scripts: readonly Script[];
  readonly category: Category;
  /** What the text of an unreachable token encodes to; else empty. */
  readonly again: readonly TokenId[];
  /** The others that look alike, lowest id first. */
  readonly alike: readonly TokenId[];
}

/** Rows as lookups. */
export function vocabularyRows(
  vocabulary: VocabularyBytes,
  sheet: TokenSheet,
): (id: TokenId) => VocabularyRow {
  return (id) => ({
    face: tokenFace(id, vocabulary),
    bytes: hexOf(id, vocabulary),
    byteCount: vocabulary.offsets[id + 1]! - vocabulary.offsets[id]!,
    kinds: kindsOf(sheet.kinds[id]!),
    scripts: scriptsOf(sheet.scripts[id]!),
    category: categories[sheet.categories[id]!]!,
    again: sheet.again.get(id) ?? [],
    alike: alikeOf(id, sheet),
  });
}

function alikeOf(id: TokenId, { alike }: TokenSheet): readonly TokenId[] {
  const others: TokenId[] = [];
  for (let other = alike[id]!; other !== id; other = alike[other]!) others.push(other);
  return others.sort((a, b) => a - b);
}
