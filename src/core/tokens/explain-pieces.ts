import type { TokenId } from '../numbers/units.ts';
import { ByteBuffer } from './byte-buffer.ts';
import type { SpecialMode } from './encoding-ids.ts';
import type { Encoder } from './encoder.ts';
import type { ExplainedPiece } from './explained-piece.ts';
import { findSpecial } from './find-special.ts';
import { mergeSteps } from './merge-steps.ts';
import { mergeTree } from './merge-tree.ts';
import { unitAfter } from './unit-widths.ts';
import { singleByteCount } from './vocabulary.ts';

/** Bytes; twice the longest token of any encoding here. */
export const longestExplained = 256;
const longestHead = 32;

/** How a special token is read; one that is refused has no pieces. */
export type ReadSpecial = Exclude<SpecialMode, 'refuse'>;

/**
 * The pieces of a text in their order, each with all of its merges. One at a time, so that the caller can stop, or
 * breathe: a piece takes a millisecond at most.
 */
export function* explainPieces(
  encoder: Encoder,
  text: string,
  special: ReadSpecial,
): Generator<ExplainedPiece, void> {
  const buffer = new ByteBuffer();
  const byteIds = idsOfBytes(encoder);
  let unit = 0;
  let byte = 0;
  while (unit < text.length) {
    const found = special === 'parse' ? findSpecial(encoder.special, text, unit) : undefined;
    const until = found?.at ?? text.length;
    const length = buffer.fill(text, unit, until);
    for (let p = 0; p < length;) {
      const end = encoder.scan(buffer.bytes, buffer.words, p);
      const to = unitAfter(text, unit, end - p);
      const span = { from: unit, to, fromByte: byte, toByte: byte + end - p };
      yield end - p > longestExplained
        ? { kind: 'too-long', ...span, bytes: headOf(buffer.bytes, p), limit: longestExplained }
        : { ...span, ...merged(encoder, byteIds, buffer, p, end) };
      unit = to;
      byte += end - p;
      p = end;
    }
    if (found === undefined) return;
    const bytes = encoder.tokenBytes(found.id);
    const span = { to: unit + found.token.length, fromByte: byte, toByte: byte + bytes.length };
    yield { kind: 'special', from: unit, ...span, bytes, id: found.id };
    unit = span.to;
    byte = span.toByte;
  }
}

function merged(
  encoder: Encoder,
  byteIds: readonly TokenId[],
  { bytes, words }: ByteBuffer,
  p: number,
  end: number,
) {
  const own = bytes.slice(p, end);
  const singles = Array.from(own, (byte) => byteIds[byte]!);
  const steps = mergeSteps(encoder.pieces, singles);
  const encoded = new Uint32Array(end - p);
  const ids = [...encoded.subarray(0, encoder.pieces.encode(bytes, words, p, end - p, encoded, 0))];
  const parts = mergeTree(singles, steps);
  const reached = parts.length === ids.length && parts.every(({ id }, at) => id === ids[at]);
  if (!reached && ids.length > 1)
    throw new Error(`merging ${own.toString()} by rank does not lead to ${ids.toString()}`);
  return { kind: 'merged', bytes: own, singles, steps, ids, reached } as const;
}

function idsOfBytes(encoder: Encoder): readonly TokenId[] {
  const ids: TokenId[] = [];
  for (let id = 0; id < singleByteCount; id++) ids[encoder.tokenBytes(id)[0]!] = id;
  return ids;
}

/** The bytes from `p` on, up to the end of a character. More than `longestHead` follow. */
function headOf(bytes: Uint8Array<ArrayBuffer>, p: number): Uint8Array<ArrayBuffer> {
  let end = p + longestHead;
  while ((bytes[end]! & 0xc0) === 0x80) end -= 1;
  return bytes.slice(p, end);
}
