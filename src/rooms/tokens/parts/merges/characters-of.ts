import { visibleText } from '../../../../core/tokens/visible-text.ts';

export interface CharacterBytes {
  /** Bytes [from, to). */
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The characters of more than one byte in a piece, to be named beside their bytes. A piece is whole characters. */
export function charactersOf(bytes: Uint8Array): readonly CharacterBytes[] {
  const characters: CharacterBytes[] = [];
  for (let from = 0; from < bytes.length;) {
    let to = from + 1;
    while (to < bytes.length && (bytes[to]! & 0xc0) === 0x80) to += 1;
    if (to > from + 1)
      characters.push({ from, to, label: visibleText(decoder.decode(bytes.subarray(from, to))) });
    from = to;
  }
  return characters;
}
