import type { ByteBuffer } from './byte-buffer.ts';
import type { SpecialMode } from './encoding-ids.ts';
import type { Encoder } from './encoder.ts';
import type { LongMerge } from './merge-long.ts';
import type { PieceSink } from './piece-sink.ts';
import { scanReach, usualReach } from './scan-basics.ts';
import { SpecialBytes } from './special-bytes.ts';
import { isHighSurrogate, unitAfter } from './unit-widths.ts';
import { endMark } from './utf8.ts';

/** A text that need not be one string. Offsets are UTF-16 units. */
export interface TextSource {
  readonly length: number;
  read(from: number, to: number): string;
}

export interface PieceReaderOptions {
  readonly encoder: Encoder;
  readonly special: SpecialMode;
  readonly source: TextSource;
  /** UTF-16 offset at which a piece begins. */
  readonly from: number;
  /** Gets the pieces. */
  readonly sink: PieceSink;
  /** Room for the window; nobody else's while this reads. */
  readonly buffer: ByteBuffer;
  /** UTF-16 units of the window at first, ≥ 2. */
  readonly window: number;
}

/** Bytes from which on a piece is merged in steps. Longer than any token. */
const longPiece = 16_384;
/** Merges a step: a millisecond or two. */
const mergeSteps = 16_384;

interface LongPiece {
  /** Begun in a step of its own. */
  merge: LongMerge | undefined;
  readonly length: number;
  readonly reach: number;
}

/**
 * Reads a text piece by piece through a window of its UTF-8. A piece counts only when all that it depends on is in the
 * window, or the text ends there; else the window moves or grows.
 */
export class PieceReader {
  readonly #o: PieceReaderOptions;
  readonly #special: SpecialBytes | undefined;
  #window = '';
  #windowAt: number;
  #windowUnits: number;
  #bytesBefore = 0;
  /** Bytes in the window, and the next piece's offset among them. */
  #length = 0;
  #p = 0;
  /** A place up to which UTF-16 units are counted. */
  #counted = { byte: 0, unit: 0 };
  #nextSpecial = -1;
  #long: LongPiece | undefined;

  constructor(options: PieceReaderOptions) {
    this.#o = options;
    this.#special = options.special === 'parse' ? new SpecialBytes(options.encoder.special) : undefined;
    this.#windowAt = options.from;
    this.#windowUnits = options.window;
    this.#fill();
  }

  /** UTF-8 bytes of the pieces read so far. */
  get bytes(): number {
    return this.#bytesBefore + this.#p;
  }

  /** UTF-16 offset of the next piece. */
  get unit(): number {
    const { byte, unit } = this.#counted;
    this.#counted = { byte: this.#p, unit: unitAfter(this.#window, unit, this.#p - byte) };
    return this.#windowAt + this.#counted.unit;
  }

  get atEnd(): boolean {
    return this.#p === this.#length && this.#isLast;
  }

  get #isLast(): boolean {
    return this.#windowAt + this.#window.length === this.#o.source.length;
  }

  /** True when a piece was added to the sink; false when this call only got on with it. Not to be called at the end. */
  read(): boolean {
    if (this.#long !== undefined) return this.#goOn(this.#long);
    if (this.#p === this.#length) return this.#move();
    const { encoder, sink, buffer } = this.#o;
    const { bytes, words } = buffer;
    const p = this.#p;
    let limit = this.#length;
    if (this.#special !== undefined) {
      if (this.#nextSpecial < p) this.#nextSpecial = this.#special.find(bytes, p, limit);
      limit = this.#nextSpecial;
      const token = limit === p ? this.#special.at(bytes, p, this.#length) : undefined;
      if (token !== undefined) {
        sink.reserve(1);
        sink.ids[sink.tokens] = token.id;
        return this.#add(token.length, sink.tokens + 1, token.length + usualReach);
      }
    }
    scanReach.until = 0;
    const covered = bytes[limit]!;
    bytes[limit] = endMark;
    const end = encoder.scan(bytes, words, p);
    bytes[limit] = covered;
    const reach = Math.max(end, scanReach.until) + usualReach;
    if (reach > this.#length && !this.#isLast) return this.#move();
    const length = end - p;
    if (length >= longPiece) {
      this.#long = { merge: undefined, length, reach: reach - p };
      return false;
    }
    sink.reserve(length);
    return this.#add(
      length,
      encoder.pieces.encode(bytes, words, p, length, sink.ids, sink.tokens),
      reach - p,
    );
  }

  #add(length: number, tokensAfter: number, reach: number): true {
    this.#o.sink.add(length, tokensAfter, reach);
    this.#p += length;
    return true;
  }

  #goOn(long: LongPiece): boolean {
    const { encoder, sink, buffer } = this.#o;
    const { length, reach } = long;
    if (long.merge === undefined) {
      long.merge = encoder.pieces.startLong(buffer.bytes, this.#p, length);
      return false;
    }
    if (!long.merge.run(mergeSteps)) return false;
    this.#long = undefined;
    sink.reserve(length);
    return this.#add(length, long.merge.write(sink.ids, sink.tokens), reach);
  }

  /** Begins the window at the next piece; makes it larger when it was there already. */
  #move(): false {
    if (this.#p === 0) this.#windowUnits *= 2;
    this.#bytesBefore = this.bytes;
    this.#windowAt = this.unit;
    this.#fill();
    return false;
  }

  #fill(): void {
    const { source, buffer } = this.#o;
    const to = Math.min(source.length, this.#windowAt + this.#windowUnits);
    let window = source.read(this.#windowAt, to);
    // A pair is never cut: its first half waits for the next window.
    if (to < source.length && isHighSurrogate(window.charCodeAt(window.length - 1)))
      window = window.slice(0, -1);
    this.#window = window;
    this.#length = buffer.fill(window);
    this.#p = 0;
    this.#counted = { byte: 0, unit: 0 };
    this.#nextSpecial = -1;
  }
}
