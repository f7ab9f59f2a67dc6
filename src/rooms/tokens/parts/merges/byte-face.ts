import type { TokenId } from '../../../../core/numbers/units.ts';
import { visibleText } from '../../../../core/tokens/visible-text.ts';
import type { TokenFace } from '../../../../ui/tokens/token-face.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** How a token of these bytes looks: whole characters as text with its whitespace drawn, parts of one as `E3 81`. */
export function byteFace(id: TokenId, bytes: Uint8Array): TokenFace {
  try {
    return { id, label: visibleText(decoder.decode(bytes)), kind: 'text' };
  } catch {
    return { id, label: hexBytes(bytes), kind: 'bytes' };
  }
}

export function hexBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
