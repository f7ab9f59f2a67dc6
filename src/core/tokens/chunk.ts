/** A run of whole pieces of a document: some 2 kB, or one piece however long. Never changed once made. */
export interface Chunk {
  readonly text: string;
  /** UTF-8 bytes of `text`. */
  readonly bytes: number;
  readonly ids: Uint32Array<ArrayBuffer>;
  /** Per piece: its bytes, its tokens, and the offset from the chunk's start before which all lies that it depends on. */
  readonly pieceBytes: Uint32Array<ArrayBuffer>;
  readonly pieceTokens: Uint32Array<ArrayBuffer>;
  readonly pieceReach: Uint32Array<ArrayBuffer>;
  /** The greatest of pieceReach. */
  readonly reach: number;
}

/** Bytes at which a chunk is closed. */
export const chunkBytes = 2048;
