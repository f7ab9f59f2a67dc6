import type { TokenId } from '../../core/numbers/units.ts';
import { visibleText } from '../../core/tokens/visible-text.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';

/** How one token looks everywhere in the room. */
export interface TokenFace {
  readonly id: TokenId;
  /** Text with its whitespace visible, bytes such as `E3 81` for a part of a character, or `#812` while no text is known. */
  readonly label: string;
  readonly kind: 'text' | 'bytes' | 'special' | 'unnamed';
}

const faces = new WeakMap<VocabularyBytes, Map<TokenId, TokenFace>>();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Never fails: an id without a token is shown by its number. */
export function tokenFace(id: TokenId, vocabulary: VocabularyBytes | undefined): TokenFace {
  if (vocabulary === undefined) return { id, label: `#${id}`, kind: 'unnamed' };
  let known = faces.get(vocabulary);
  if (known === undefined) faces.set(vocabulary, (known = new Map<TokenId, TokenFace>()));
  let face = known.get(id);
  if (face === undefined) known.set(id, (face = makeFace(id, vocabulary)));
  return face;
}

function makeFace(id: TokenId, vocabulary: VocabularyBytes): TokenFace {
  const special = vocabulary.special.find((entry) => entry.id === id);
  if (special !== undefined) return { id, label: special.token, kind: 'special' };
  const from = vocabulary.offsets[id];
  const to = vocabulary.offsets[id + 1];
  if (from === undefined || to === undefined || from === to) return { id, label: `#${id}`, kind: 'unnamed' };
  const bytes = vocabulary.bytes.subarray(from, to);
  try {
    return { id, label: visibleText(decoder.decode(bytes)), kind: 'text' };
  } catch {
    return { id, label: hex(bytes), kind: 'bytes' };
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
