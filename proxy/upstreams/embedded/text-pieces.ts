/**
 * Bytes come token by token; text goes out in whole characters, and stops before a stop sequence. What may yet become a
 * character or a stop sequence is held back.
 */
export class TextPieces {
  readonly #stops: readonly string[];
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #held = '';
  stopped = false;

  constructor(stops: readonly string[]) {
    this.#stops = stops;
  }

  /** The text that can be given out now. */
  add(bytes: Uint8Array): string {
    return this.#take(this.#decoder.decode(bytes, { stream: true }));
  }

  /** What is left when no more comes: half a character becomes U+FFFD, as text cannot hold bytes. */
  end(): string {
    if (this.stopped) return '';
    const last = this.#take(this.#decoder.decode());
    if (this.stopped) return last;
    const held = this.#held;
    this.#held = '';
    return last + held;
  }

  #take(text: string): string {
    if (this.stopped) return '';
    const all = this.#held + text;
    const found = this.#stops.map((stop) => all.indexOf(stop)).filter((at) => at >= 0);
    if (found.length > 0) {
      this.stopped = true;
      this.#held = '';
      return all.slice(0, Math.min(...found));
    }
    const keep = Math.max(0, ...this.#stops.map((stop) => overlap(all, stop)));
    this.#held = all.slice(all.length - keep);
    return all.slice(0, all.length - keep);
  }
}

/** How many characters at the end of `text` begin `stop`. */
function overlap(text: string, stop: string): number {
  for (let n = Math.min(text.length, stop.length - 1); n > 0; n--)
    if (text.endsWith(stop.slice(0, n))) return n;
  return 0;
}
