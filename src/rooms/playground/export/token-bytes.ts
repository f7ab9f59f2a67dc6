import type { TokenId } from '../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../core/tokens/vocabulary-bytes.ts';

export interface ExportedToken {
  /** Null when its bytes are no whole characters, or when the id has no token. */
  readonly text: string | null;
  /** `0x2061`; `0x` for an id without a token. */
  readonly bytes: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A token for a file: its exact text where there is one, and always its bytes. Special tokens have their text and its bytes. */
export function tokenBytes(id: TokenId, vocabulary: VocabularyBytes): ExportedToken {
  const special = vocabulary.special.find((entry) => entry.id === id);
  const bytes =
    special === undefined
      ? vocabulary.bytes.subarray(vocabulary.offsets[id], vocabulary.offsets[id + 1])
      : new TextEncoder().encode(special.token);
  return { text: textOf(bytes), bytes: `0x${hex(bytes)}` };
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return null;
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}
