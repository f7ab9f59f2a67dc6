import type { ByteBuffer } from './byte-buffer.ts';
import { type Chunk, chunkBytes } from './chunk.ts';
import type { ChunkList } from './chunk-list.ts';
import type { SpecialMode } from './encoding-ids.ts';
import type { Encoder } from './encoder.ts';
import { PieceReader, type TextSource } from './piece-reader.ts';
import type { PieceSink } from './piece-sink.ts';
import type { TextEdit } from './text-edit.ts';
import { byteLength, isHighSurrogate, isLowSurrogate, unitAfter } from './unit-widths.ts';

/** What an edit does to a document's chunks. */
export interface Reread {
  /** `chunks` take the place of `oldChunks` old ones. */
  readonly firstChunk: number;
  readonly oldChunks: number;
  readonly chunks: readonly Chunk[];
  /** Pieces that were encoded for it. */
  readonly pieces: number;
  /** The edit, made wider where it begins or ends inside a surrogate pair or makes one. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** The text after it; good until the chunks change. */
  readonly source: TextSource;
}

/** What is used again from edit to edit. */
export interface Workroom {
  readonly buffer: ByteBuffer;
  readonly sink: PieceSink;
}

/** UTF-16 units that are read beyond an edit at first: enough for nearly every edit. */
const beyondEdit = 192;

/** Whole characters: a half of a pair at either end of the edit goes with it, and so does one that could become a pair. */
function wholeCharacters(chunks: ChunkList, { from, to, insert }: TextEdit): TextEdit {
  const before = from > 0 ? chunks.read(from - 1, from) : '';
  const after = to < chunks.units ? chunks.read(to, to + 1) : '';
  const takeBefore = isHighSurrogate(before.charCodeAt(0));
  const takeAfter = isLowSurrogate(after.charCodeAt(0));
  return {
    from: takeBefore ? from - 1 : from,
    to: takeAfter ? to + 1 : to,
    insert: (takeBefore ? before : '') + insert + (takeAfter ? after : ''),
  };
}

function edited(chunks: ChunkList, { from, to, insert }: TextEdit): TextSource {
  const end = from + insert.length;
  const shift = insert.length - (to - from);
  return {
    length: chunks.units + shift,
    read: (a, b) =>
      (a < from ? chunks.read(a, Math.min(b, from)) : '') +
      (a < end && b > from ? insert.slice(Math.max(0, a - from), b - from) : '') +
      (b > end ? chunks.read(Math.max(a, end) - shift, b - shift) : ''),
  };
}

function byteOf(chunks: ChunkList, unit: number): number {
  const i = chunks.ofUnit(unit);
  return i < 0 ? 0 : chunks.byteStart(i) + byteLength(chunks.at(i).text, 0, unit - chunks.unitStart(i));
}

/**
 * Encodes what an edit can have changed: from the first piece that depends on a byte from the edit's start on, until a
 * piece begins where an old one began after the edit. From there on the old pieces hold, as a piece depends on nothing
 * before it.
 */
export function rereadPieces(
  chunks: ChunkList,
  edit: TextEdit,
  encoder: Encoder,
  special: SpecialMode,
  { buffer, sink }: Workroom,
): Reread {
  const whole = wholeCharacters(chunks, edit);
  const { from, to, insert } = whole;
  const source = edited(chunks, whole);
  const fromByte = byteOf(chunks, from);
  const toByte = byteOf(chunks, to);
  const inserted = byteLength(insert, 0, insert.length);
  const shift = inserted - (toByte - fromByte);

  const firstChunk = chunks.firstReaching(fromByte);
  sink.clear();
  const start = { unit: chunks.unitStart(firstChunk), byte: chunks.byteStart(firstChunk) };
  let textFrom = start.unit;
  if (firstChunk < chunks.count) {
    const chunk = chunks.at(firstChunk);
    let kept = 0;
    while (start.byte + chunk.pieceReach[kept]! <= fromByte) kept += 1;
    sink.copy(chunk, 0, kept);
    start.unit += unitAfter(chunk.text, 0, sink.bytes);
    start.byte += sink.bytes;
  }

  const window = from + insert.length + beyondEdit - start.unit;
  const reader = new PieceReader({ encoder, special, source, from: start.unit, sink, buffer, window });
  const oldPiece = new OldPieces(chunks, toByte);
  const changedUntil = fromByte + inserted;
  const made: Chunk[] = [];
  const take = (until: number): void => {
    if (sink.bytes > 0) made.push(sink.take(source.read(textFrom, until)));
    textFrom = until;
  };
  let pieces = 0;
  while (!reader.atEnd) {
    const at = start.byte + reader.bytes;
    if (at >= changedUntil && oldPiece.beginsAt(at - shift)) break;
    if (!reader.read()) continue;
    pieces += 1;
    if (sink.bytes >= chunkBytes) take(reader.unit);
  }

  const change = { firstChunk, chunks: made, pieces, from, to, insert, source };
  if (reader.atEnd) {
    take(source.length);
    return { ...change, oldChunks: chunks.count - firstChunk };
  }
  // The rest of the old chunk goes with what is new, so that chunks do not crumble.
  const { chunk: last, piece } = oldPiece;
  const rest = chunks.at(last);
  if (sink.bytes + rest.bytes > 2 * chunkBytes) take(reader.unit);
  if (sink.bytes === 0 && piece === 0) return { ...change, oldChunks: last - firstChunk };
  sink.copy(rest, piece, rest.pieceBytes.length);
  take(chunks.unitStart(last) + rest.text.length + insert.length - (to - from));
  return { ...change, oldChunks: last + 1 - firstChunk };
}

/** A place that moves forward over the old pieces, from the chunk that holds a byte on. */
class OldPieces {
  readonly #chunks: ChunkList;
  #byte: number;
  chunk: number;
  piece = 0;

  constructor(chunks: ChunkList, byte: number) {
    this.#chunks = chunks;
    this.chunk = Math.max(0, chunks.ofByte(byte));
    this.#byte = chunks.byteStart(this.chunk);
  }

  /** Whether an old piece begins at this byte. To be asked in ascending order. */
  beginsAt(byte: number): boolean {
    while (this.#byte < byte && this.chunk < this.#chunks.count) {
      const { pieceBytes } = this.#chunks.at(this.chunk);
      this.#byte += pieceBytes[this.piece]!;
      this.piece += 1;
      if (this.piece === pieceBytes.length) {
        this.piece = 0;
        this.chunk += 1;
      }
    }
    return this.#byte === byte && this.chunk < this.#chunks.count;
  }
}
