type Words = Uint32Array<ArrayBuffer>;

/** Collects UTF-16 spans. */
export class SpanList {
  size = 0;
  #starts: Words = new Uint32Array(1024);
  #ends: Words = new Uint32Array(1024);

  add(start: number, end: number): void {
    const n = this.size;
    if (n === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#starts[n] = start;
    this.#ends[n] = end;
    this.size = n + 1;
  }

  done(): { readonly starts: Words; readonly ends: Words } {
    return { starts: this.#starts.slice(0, this.size), ends: this.#ends.slice(0, this.size) };
  }
}

function grown(array: Words): Words {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}
