import type { EncodingId } from '../../../../../core/tokens/encoding-ids.ts';
import { loadEncoder } from '../../../../../core/tokens/load-encoder.ts';
import type { TokenSlice } from '../../../../../core/tokens/slice.ts';
import { TokenDocument } from '../../../../../core/tokens/token-document.ts';

/** What gives all tokens of a text in an encoding. */
export async function tokensIn(encoding: EncodingId): Promise<(text: string) => TokenSlice> {
  const encoder = await loadEncoder(encoding);
  return (text) => {
    const document = new TokenDocument(encoder, 'text');
    return document.byIndex(0, document.open(text).tokens);
  };
}
