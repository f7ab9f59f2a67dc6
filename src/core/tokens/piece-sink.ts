import type { Chunk } from './chunk.ts';

type Words = Uint32Array<ArrayBuffer>;

function grown(array: Words, length: number): Words {
  if (array.length >= length) return array;
  const larger = new Uint32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** Collects pieces until they make a chunk. */
export class PieceSink {
  ids: Words = new Uint32Array(1024);
  tokens = 0;
  /** UTF-8 bytes of the pieces so far. */
  bytes = 0;
  #pieceBytes: Words = new Uint32Array(512);
  #pieceTokens: Words = new Uint32Array(512);
  #pieceReach: Words = new Uint32Array(512);
  #pieces = 0;
  #reach = 0;

  /** Room in `ids` for the tokens of a piece of so many bytes. */
  reserve(bytes: number): void {
    if (this.ids.length < this.tokens + bytes) this.ids = grown(this.ids, this.tokens + bytes);
  }

  /** A piece whose ids are already in `ids`, up to `tokensAfter`. `reach` is counted from the piece's start. */
  add(bytes: number, tokensAfter: number, reach: number): void {
    const n = this.#pieces;
    if (n === this.#pieceBytes.length) {
      this.#pieceBytes = grown(this.#pieceBytes, 2 * n);
      this.#pieceTokens = grown(this.#pieceTokens, 2 * n);
      this.#pieceReach = grown(this.#pieceReach, 2 * n);
    }
    this.#pieceBytes[n] = bytes;
    this.#pieceTokens[n] = tokensAfter - this.tokens;
    this.#pieceReach[n] = this.bytes + reach;
    if (this.bytes + reach > this.#reach) this.#reach = this.bytes + reach;
    this.#pieces = n + 1;
    this.tokens = tokensAfter;
    this.bytes += bytes;
  }

  /** The next pieces of another chunk, as they are. */
  copy(chunk: Chunk, fromPiece: number, toPiece: number): void {
    let byte = 0;
    let token = 0;
    for (let i = 0; i < toPiece; i++) {
      const tokens = chunk.pieceTokens[i]!;
      if (i >= fromPiece) {
        this.reserve(tokens);
        for (let t = 0; t < tokens; t++) this.ids[this.tokens + t] = chunk.ids[token + t]!;
        this.add(chunk.pieceBytes[i]!, this.tokens + tokens, chunk.pieceReach[i]! - byte);
      }
      byte += chunk.pieceBytes[i]!;
      token += tokens;
    }
  }

  /** The pieces since the last call as a chunk; `text` is theirs. */
  take(text: string): Chunk {
    const chunk = {
      text,
      bytes: this.bytes,
      ids: this.ids.slice(0, this.tokens),
      pieceBytes: this.#pieceBytes.slice(0, this.#pieces),
      pieceTokens: this.#pieceTokens.slice(0, this.#pieces),
      pieceReach: this.#pieceReach.slice(0, this.#pieces),
      reach: this.#reach,
    };
    this.clear();
    return chunk;
  }

  /** Forgets the pieces since the last call of `take`. */
  clear(): void {
    this.tokens = 0;
    this.bytes = 0;
    this.#pieces = 0;
    this.#reach = 0;
  }
}
