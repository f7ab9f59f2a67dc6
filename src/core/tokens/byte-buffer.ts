import { endMark, utf8Padding, writeUtf8 } from './utf8.ts';

/** Room for one text's UTF-8, used again for the next. Kept while it is not huge. */
export class ByteBuffer {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** The same memory, for word-wise reads. */
  words: DataView<ArrayBuffer> = new DataView(this.bytes.buffer);

  release(): void {
    this.bytes = new Uint8Array(0);
    this.words = new DataView(this.bytes.buffer);
  }

  /** Writes UTF-16 [from, to) as UTF-8 with the end mark after it, and returns its length in bytes. */
  fill(text: string, from = 0, to = text.length): number {
    const room = (to - from) * 3 + utf8Padding;
    if (this.bytes.length < room) {
      this.bytes = new Uint8Array(Math.max(room, Math.min(this.bytes.length * 2, 1 << 20)));
      this.words = new DataView(this.bytes.buffer);
    }
    const end = writeUtf8(text, from, to, this.bytes, 0);
    this.bytes[end] = endMark;
    return end;
  }
}
