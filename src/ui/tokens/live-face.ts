import type { TokenId } from '../../core/numbers/units.ts';
import { visibleText } from '../../core/tokens/visible-text.ts';
import { colourNumber } from './colour-number.ts';
import type { TokenFace } from './token-face.ts';

/** A token as a live model told of it. */
export interface LiveToken {
  readonly text: string;
  readonly bytes?: Uint8Array | undefined;
  readonly id?: TokenId | undefined;
}

/** How a token of a live model looks. */
export interface LiveFace extends Pick<TokenFace, 'label' | 'kind'> {
  /** For its colour: the id where it is known, so that it looks as everywhere else; otherwise made from its bytes. */
  readonly colourId: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes count for more than the text: a provider's text of a part of a character is a stopgap. Never shows U+FFFD. */
export function liveFace({ text, bytes, id }: LiveToken): LiveFace {
  // Some servers give a special token an empty list of bytes.
  const told = bytes !== undefined && bytes.length > 0 ? bytes : undefined;
  const colourId = id ?? colourNumber(told ?? encoder.encode(text));
  if (told !== undefined) return { ...faceOfBytes(told), colourId };
  if (text !== '' && !text.includes('\uFFFD')) return { label: visibleText(text), kind: 'text', colourId };
  if (id !== undefined) return { label: `#${id}`, kind: 'unnamed', colourId };
  return { label: visibleText(text).replaceAll('⟨U+FFFD⟩', '⟨?⟩') || '⟨⟩', kind: 'unnamed', colourId };
}

function faceOfBytes(bytes: Uint8Array): Pick<LiveFace, 'label' | 'kind'> {
  try {
    return { label: visibleText(decoder.decode(bytes)), kind: 'text' };
  } catch {
    const hex = Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
    return { label: hex.join(' '), kind: 'bytes' };
  }
}
