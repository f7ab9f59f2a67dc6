import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import type { TokenFace } from './token-face.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A token in words for the ear: `" the"` with its own space, a line feed as `\n`; bytes and ids as they are shown. */
export function spokenToken({ id, kind, label }: TokenFace, { bytes, offsets }: VocabularyBytes): string {
  return kind === 'text'
    ? JSON.stringify(decoder.decode(bytes.subarray(offsets[id], offsets[id + 1])))
    : label;
}
