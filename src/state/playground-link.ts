import type { Result } from '../../shared/fault.ts';
import type { TokenId } from '../core/numbers/units.ts';
import type { EncodingId } from '../core/tokens/encoding-ids.ts';
import { packLink } from './link.ts';

interface PlaygroundLink {
  /** Takes the place of the text there. */
  readonly text?: string;
  /** One token in the bias list, with no bias yet. */
  readonly bias?: { readonly encoding: EncodingId; readonly id: TokenId; readonly label: string };
}

/** The fragment of a link that opens the Playground with a text or a token; all else stays there as it was. */
export function playgroundLink({ text, bias }: PlaygroundLink): Promise<Result<string>> {
  return packLink({
    ...(text !== undefined && { document: { text, plain: text.length, exact: 0, drawn: [] } }),
    ...(bias !== undefined && { bias: [[bias.encoding, bias.id, 0, bias.label, 0]] }),
  });
}
