/**
 * A number for the colour of bytes that have no id: the same for the same bytes. FNV-1a, 32 bits, in which every byte and its
 * place count.
 */
export function colourNumber(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
