import type { NumberCoder } from './number-coder.ts';
import { chanceBits, maxLength, slotsPerContext, type NumberModel } from './number-model.ts';

const RANGE = 0;
const CODE = 1;

/**
 * Reads numbers from bytes that a range coder wrote (Martin 1979, in the binary form with carry that LZMA made known).
 * A number v is stored as the binary digits of v + 1: their count in unary, then the digits after the leading one;
 * the count and the first two digits with adaptive chances, the others as they are.
 */
export class RangeDecoder implements NumberCoder {
  private readonly bytes: Uint8Array;
  private position = 5;
  /** subtle: a typed array keeps both as plain 32-bit numbers; as fields they would be boxed. */
  private readonly state = new Uint32Array(2);

  constructor(bytes: Uint8Array) {
    if (bytes.length < 5 || bytes[0] !== 0) throw new RangeError('does not begin like a stream of numbers');
    this.bytes = bytes;
    this.state[RANGE] = 0xffffffff;
    for (let i = 1; i < 5; i++) this.state[CODE] = (this.state[CODE]! << 8) | bytes[i]!;
  }

  number(model: NumberModel, context: number, _value: number): number {
    const slots = context * slotsPerContext;
    let length = 0;
    while (length < maxLength - 1 && this.bit(model, slots + length) === 1) length++;
    if (length === 0) return 0;
    const lead = slots + maxLength + 3 * length;
    let digits = 2 | this.bit(model, lead);
    if (length === 1) return digits - 1;
    digits = (digits << 1) | this.bit(model, lead + 1 + (digits & 1));
    for (let i = 2; i < length; i++) digits = (digits << 1) | this.evenBit();
    return digits - 1;
  }

  /** Throws a RangeError unless every byte has been read and no more. */
  finish(): void {
    if (this.position !== this.bytes.length) {
      throw new RangeError(`its numbers take ${this.position} bytes where the file has ${this.bytes.length}`);
    }
  }

  private bit(model: NumberModel, slot: number): number {
    const state = this.state;
    const range = state[RANGE]!;
    const bound = (range >>> chanceBits) * model.chances[slot]!;
    let bit = 0;
    if (state[CODE]! < bound) {
      state[RANGE] = bound;
    } else {
      bit = 1;
      state[CODE] = state[CODE]! - bound;
      state[RANGE] = range - bound;
    }
    model.learn(slot, bit);
    if (state[RANGE] < 0x1000000) this.refill();
    return bit;
  }

  private evenBit(): number {
    const state = this.state;
    const half = state[RANGE]! >>> 1;
    let bit = 0;
    if (state[CODE]! >= half) {
      bit = 1;
      state[CODE] = state[CODE]! - half;
    }
    state[RANGE] = half;
    if (half < 0x1000000) this.refill();
    return bit;
  }

  private refill(): void {
    const state = this.state;
    state[RANGE] = state[RANGE]! << 8;
    // subtle: past the end reads as zero; `finish` finds out that too much was read.
    state[CODE] = (state[CODE]! << 8) | (this.bytes[this.position] ?? 0);
    this.position++;
  }
}
