const encoder = new TextEncoder();
const byteToken = /^<0x([0-9A-F]{2})>$/;

/** GPT-2's alphabet for bytes: what is printable stands for itself, the others follow from U+0100 on. */
const byteOf = new Map<string, number>();
for (let byte = 0, next = 0x100; byte < 256; byte++) {
  const printable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
  byteOf.set(String.fromCharCode(printable ? byte : next++), byte);
}

/** How an encoding writes what stands in a text. */
export interface Writing {
  /** Pieces are in GPT-2's alphabet for bytes. */
  readonly byteLevel: boolean;
  /** Bytes without a token are written `<0xE3>`. */
  readonly byteFallback: boolean;
  /** What goes before a token inside a word (`##`), and after one at its end (`</w>`); none when empty. */
  readonly prefix: string;
  readonly suffix: string;
  readonly unknown: string | undefined;
}

/** UTF-8 of a token or piece as it would stand in a text. */
export function surfaceBytes(written: string, { byteLevel }: Writing): Uint8Array {
  if (!byteLevel) return encoder.encode(written.replaceAll('▁', ' '));
  return Uint8Array.from([...written].flatMap((sign) => byteOf.get(sign) ?? [...encoder.encode(sign)]));
}

/** What each token of a piece stands for, as bytes; an unknown one for what lies between its neighbours. */
export function surfaces(piece: string, tokens: readonly string[], writing: Writing): Uint8Array[] {
  let at = 0;
  return tokens.map((token, i) => {
    const byte = writing.byteFallback ? byteToken.exec(token) : null;
    if (byte !== null) {
      // The characters of a piece are passed when the last byte of each has come.
      const value = Number.parseInt(byte[1]!, 16);
      if (value < 0x80 || value >= 0xc0) at += value >= 0xf0 ? 2 : 1;
      return Uint8Array.of(value);
    }
    if (token === writing.unknown && !piece.startsWith(token, at)) {
      const next = tokens.slice(i + 1).find((one) => one !== writing.unknown);
      const found = next === undefined ? -1 : piece.indexOf(bare(next, i + 1, writing), at + 1);
      // Of several unknown ones in a row, each but the last is one character.
      const first =
        tokens[i + 1] === writing.unknown ? at + widthAt(piece, at) : found < 0 ? piece.length : found;
      const surface = surfaceBytes(piece.slice(at, first), writing);
      at = first;
      return surface;
    }
    const own = bare(token, i, writing);
    const found = piece.indexOf(own, at);
    if (found >= 0) at = found + own.length;
    return surfaceBytes(own, writing);
  });
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function bare(token: string, index: number, { prefix, suffix }: Writing): string {
  let own = token;
  if (prefix !== '' && index > 0 && own.startsWith(prefix)) own = own.slice(prefix.length);
  if (suffix !== '' && own.endsWith(suffix)) own = own.slice(0, -suffix.length);
  return own;
}
