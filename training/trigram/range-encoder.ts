import type { NumberCoder } from '../../src/core/model/number-coder.ts';
import {
  chanceBits,
  maxLength,
  slotsPerContext,
  type NumberModel,
} from '../../src/core/model/number-model.ts';

/** Writes what `RangeDecoder` reads. */
export class RangeEncoder implements NumberCoder {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private range = 0xffffffff;
  /** Below 2^33: bit 32 is a carry into the bytes held back. */
  private low = 0;
  private held = 0;
  private heldCount = 1;

  number(model: NumberModel, context: number, value: number): number {
    const digits = value + 1;
    const length = 31 - Math.clz32(digits);
    if (!Number.isInteger(value) || value < 0 || length >= maxLength) {
      throw new RangeError(`cannot store ${value}: an integer from 0 to ${2 ** maxLength - 2} is needed`);
    }
    const slots = context * slotsPerContext;
    for (let i = 0; i < length; i++) this.bit(model, slots + i, 1);
    if (length < maxLength - 1) this.bit(model, slots + length, 0);
    const lead = slots + maxLength + 3 * length;
    if (length >= 1) this.bit(model, lead, (digits >>> (length - 1)) & 1);
    if (length >= 2) {
      this.bit(model, lead + 1 + ((digits >>> (length - 1)) & 1), (digits >>> (length - 2)) & 1);
    }
    for (let i = length - 3; i >= 0; i--) this.evenBit((digits >>> i) & 1);
    return value;
  }

  /** The stream. Nothing can be added afterwards. */
  finish(): Uint8Array {
    for (let i = 0; i < 5; i++) this.shift();
    return this.bytes.slice(0, this.length);
  }

  private bit(model: NumberModel, slot: number, bit: number): void {
    const bound = (this.range >>> chanceBits) * model.chances[slot]!;
    if (bit === 0) {
      this.range = bound;
    } else {
      this.low += bound;
      this.range -= bound;
    }
    model.learn(slot, bit);
    this.refill();
  }

  private evenBit(bit: number): void {
    this.range >>>= 1;
    if (bit === 1) this.low += this.range;
    this.refill();
  }

  private refill(): void {
    if (this.range < 0x1000000) {
      this.range = (this.range << 8) >>> 0;
      this.shift();
    }
  }

  /** Lets go of the bytes that no later carry can change. */
  private shift(): void {
    if (this.low < 0xff000000 || this.low >= 2 ** 32) {
      const carry = this.low >= 2 ** 32 ? 1 : 0;
      this.push(this.held + carry);
      for (; this.heldCount > 1; this.heldCount--) this.push(0xff + carry);
      this.held = Math.floor(this.low / 0x1000000) & 0xff;
      this.heldCount = 0;
    }
    this.heldCount++;
    this.low = (this.low % 0x1000000) * 0x100;
  }

  private push(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }
}
