import { spell } from '../../core/tokens/spell.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { TextSummary } from '../../core/tokens/text-edit.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import type { CallOptions } from '../../engines/tokenizer/contract.ts';
import { exactIds, type PlayDocument } from './document.ts';
import type { TextSource } from './playground-state.ts';
import { joinSlices, shiftSlice, touching } from './slices.ts';
import type { TextFollower } from '../../state/text-follower.ts';

/** A document on its way through the worker. */
export interface DocumentSource extends TextSource {
  /** Of the plain text. */
  readonly summary: Promise<TextSummary>;
  /** The exact tokens in their places. */
  readonly exact: Promise<TokenSlice>;
  /** The last n tokens of the plain text. */
  last(n: number, options?: CallOptions): Promise<TokenSlice>;
}

/** Posts a document to the worker; its tokens can be asked for at once, without waiting for the answer. */
export function readFrom(
  document: PlayDocument,
  { follower, vocabulary }: { readonly follower: TextFollower; readonly vocabulary: VocabularyBytes },
  signal: AbortSignal,
): DocumentSource {
  const plain = document.text.slice(0, document.plain);
  const summary = follower.follow(plain, { signal });
  const spelled = spell(vocabulary, exactIds(document)).slice;
  const exact = summary.then(({ tokens, bytes }) =>
    shiftSlice(spelled, { tokens, bytes, units: document.plain }),
  );
  exact.catch(() => undefined);
  return {
    document,
    vocabulary,
    summary,
    exact,
    async slice(from, to, options) {
      if (from > document.plain) return touching(await exact, from, to);
      const read = await follower.slice(plain, from, Math.min(to, document.plain), options);
      return spelled.ids.length === 0 ? read : joinSlices(read, touching(await exact, from, to));
    },
    // Tokens that were drawn are placed by the summary.
    sliceNow: (from, to) => (spelled.ids.length === 0 ? follower.sliceNow(plain, from, to) : undefined),
    last: (n, options) => follower.last(plain, n, options),
  };
}
