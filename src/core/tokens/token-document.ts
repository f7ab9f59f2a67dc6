import { ByteBuffer } from './byte-buffer.ts';
import type { Chunk } from './chunk.ts';
import { chunkBytes } from './chunk.ts';
import { ChunkList } from './chunk-list.ts';
import type { SpecialMode } from './encoding-ids.ts';
import type { Encoder } from './encoder.ts';
import type { OpenProgress } from './open-progress.ts';
import { PieceReader } from './piece-reader.ts';
import { PieceSink } from './piece-sink.ts';
import { type Reread, rereadPieces } from './reread-pieces.ts';
import type { TokenSlice } from './slice.ts';
import { SliceReader } from './slice-reader.ts';
import { SpecialPlaces } from './special-places.ts';
import type { TextEdit, TextSummary } from './text-edit.ts';
import { checkedEdits } from './checked-edits.ts';

/** UTF-16 units read between two steps of openInSteps: 1 to 4 ms of work. */
const unitsPerStep = 32_768;
/** With more edits than this at once, the text is read anew. */
const fewEdits = 512;
/** Special tokens that a summary names. */
const namedSpecials = 8;

/**
 * A text under one encoding that is kept encoded while it changes: an edit encodes again only the pieces that it can have
 * changed. Offsets are UTF-16 units; the ids equal those of `encoder.encode` of the whole text at any time.
 */
export class TokenDocument {
  readonly #encoder: Encoder;
  readonly #places: SpecialPlaces;
  readonly #workroom = { buffer: new ByteBuffer(), sink: new PieceSink() };
  readonly #slices: SliceReader;
  #chunks = new ChunkList();
  #special: SpecialMode;
  #version = 0;
  /** Pieces that the last edit encoded; the rest of the text was left alone. */
  #reread = 0;

  constructor(encoder: Encoder, special: SpecialMode) {
    this.#encoder = encoder;
    this.#special = special;
    this.#places = new SpecialPlaces(encoder.special);
    this.#slices = new SliceReader(encoder);
  }

  get summary(): TextSummary {
    const { tokens, bytes, units } = this.#chunks;
    const refused = this.#special === 'refuse' ? this.#places.first(namedSpecials) : [];
    const special = this.#places.counts();
    return { version: this.#version, tokens, bytes, length: units, refused, special };
  }

  /** Pieces that the last edit encoded anew. */
  get rereadPieces(): number {
    return this.#reread;
  }

  open(text: string): TextSummary {
    const steps = this.openInSteps(text);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** `open` in steps of a few milliseconds each. The document keeps its old text until the last one. */
  *openInSteps(text: string): Generator<OpenProgress, TextSummary, void> {
    const chunks = new ChunkList();
    chunks.replace(0, 0, yield* this.#encode(text, this.#special));
    const places = this.#places.findInSteps(text);
    let found = places.next();
    for (; found.done !== true; found = places.next())
      yield { done: text.length, total: text.length, tokens: chunks.tokens };
    this.#chunks = chunks;
    this.#places.set(found.value);
    this.#version += 1;
    return this.summary;
  }

  /** Edits are of the text before all of them. RangeError when one is outside it or two overlap; then nothing changes. */
  edit(edits: readonly TextEdit[]): TextSummary {
    const sorted = checkedEdits(edits, this.#chunks.units);
    if (sorted.length > fewEdits) {
      let text = '';
      let at = 0;
      for (const { from, to, insert } of sorted) {
        text += this.#chunks.read(at, from) + insert;
        at = to;
      }
      return this.open(text + this.#chunks.read(at, this.#chunks.units));
    }
    this.#reread = 0;
    for (const edit of sorted.toReversed()) {
      const change = this.#rereadAt(edit);
      this.#places.edit(change.from, change.to, change.insert.length, change.source);
      this.#put(change);
    }
    this.#version += 1;
    return this.summary;
  }

  setSpecial(mode: SpecialMode): TextSummary {
    // Only 'parse' has other ids, and only where there is something to parse.
    const same = (mode === 'parse') === (this.#special === 'parse') || this.#places.count === 0;
    this.#special = mode;
    if (!same && this.#places.count > fewEdits) return this.open(this.#chunks.read(0, this.#chunks.units));
    this.#reread = 0;
    // As if each of them were typed again where it is.
    for (const { token, at } of same ? [] : this.#places.first().toReversed())
      this.#put(this.#rereadAt({ from: at, to: at + token.length, insert: token }));
    this.#version += 1;
    return this.summary;
  }

  /**
   * The tokens that touch UTF-16 [from, to): whose span overlaps it. An empty range gives the tokens that it is inside of,
   * none where it is between two.
   */
  slice(from: number, to: number): TokenSlice {
    return this.#slices.byUnits(this.#chunks, from, to);
  }

  /** The last n tokens, fewer when the text has fewer. */
  last(n: number): TokenSlice {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`n is ${n}; it may be any whole number from 0.`);
    const { tokens } = this.#chunks;
    return this.#slices.byIndex(this.#chunks, Math.max(0, tokens - n), tokens);
  }

  /** Tokens [from, to), counted from the start of the text. */
  byIndex(from: number, to: number): TokenSlice {
    return this.#slices.byIndex(this.#chunks, from, to);
  }

  #rereadAt(edit: TextEdit): Reread {
    return rereadPieces(this.#chunks, edit, this.#encoder, this.#special, this.#workroom);
  }

  #put({ firstChunk, oldChunks, chunks, pieces }: Reread): void {
    this.#chunks.replace(firstChunk, oldChunks, chunks);
    this.#reread += pieces;
  }

  *#encode(text: string, special: SpecialMode): Generator<OpenProgress, Chunk[], void> {
    const chunks: Chunk[] = [];
    if (text === '') return chunks;
    const sink = new PieceSink();
    const reader = new PieceReader({
      encoder: this.#encoder,
      special,
      source: { length: text.length, read: (from, to) => text.slice(from, to) },
      from: 0,
      sink,
      buffer: new ByteBuffer(),
      window: unitsPerStep,
    });
    let at = 0;
    let tokens = 0;
    while (!reader.atEnd) {
      if (!reader.read()) yield { done: reader.unit, total: text.length, tokens: tokens + sink.tokens };
      else if (sink.bytes >= chunkBytes || reader.atEnd) {
        const unit = reader.unit;
        tokens += sink.tokens;
        chunks.push(sink.take(text.slice(at, unit)));
        at = unit;
      }
    }
    return chunks;
  }
}
