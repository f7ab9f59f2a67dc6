/**
 * A run of consecutive tokens with their places, as parallel arrays (all of the same length).
 *
 * A token may end or begin inside a character (its bytes are a part of the character's UTF-8).
 * Its UTF-16 span then covers the whole character, so that spans of neighbours overlap there, and
 * `headBytes` / `tailBytes` say how many bytes of its first / last character lie in other tokens.
 */
export interface TokenSlice {
  /** Index of the first token here, counted from the start of the text. */
  readonly first: number;
  readonly ids: Uint32Array<ArrayBuffer>;
  /** Byte offset of each token's first byte, from the start of the text. */
  readonly byteStarts: Uint32Array<ArrayBuffer>;
  /** Bytes per token, ≥ 1. */
  readonly byteLengths: Uint32Array<ArrayBuffer>;
  /** UTF-16 offset of the character that holds the token's first byte. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** UTF-16 offset after the character that holds the token's last byte. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** 0 to 3: bytes of the token's first character that lie in earlier tokens. */
  readonly headBytes: Uint8Array<ArrayBuffer>;
  /** 0 to 3: bytes of the token's last character that lie in later tokens. */
  readonly tailBytes: Uint8Array<ArrayBuffer>;
}
