/** A value whose buffers are handed over to the other side, not copied. The sender's arrays are empty afterwards. */
export class Transfer<T> {
  readonly value: T;
  readonly buffers: Transferable[];
  constructor(value: T, buffers: Transferable[]) {
    this.value = value;
    this.buffers = buffers;
  }
}
