import { ByteBuffer } from '../tokens/byte-buffer.ts';
import { scanGpt2 } from '../tokens/scan-gpt2.ts';
import type { PreSplit } from './learned-bpe.ts';

/** A text's UTF-8 and where its pieces end. */
export interface CutText {
  /** The UTF-8 of the text, then at least 12 more bytes. A lone surrogate is U+FFFD. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly words: DataView<ArrayBuffer>;
  readonly length: number;
  /** Offset after the piece that begins at a byte. */
  readonly pieceEnd: (from: number) => number;
}

/** Cuts a text as it is cut before merging. Linear in its length; a piece is looked for when it is asked for. */
export function cutText(text: string, preSplit: PreSplit): CutText {
  const buffer = new ByteBuffer();
  const length = buffer.fill(text);
  const { bytes, words } = buffer;
  const pieceEnd = preSplit === 'none' ? () => length : (from: number) => scanGpt2(bytes, words, from);
  return { bytes, words, length, pieceEnd };
}
