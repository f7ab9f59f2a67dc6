import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import { encodingOf } from './models.ts';
import type { PlaygroundState } from './playground-state.ts';

/**
 * The encoding in which the text is read and ids are meant: the answering model's. Of a live model whose tokenizer a probe did
 * not find it is that of the page's own model.
 */
export function encodingIn({
  modelId,
  liveEncoding,
}: Pick<PlaygroundState, 'modelId' | 'liveEncoding'>): EncodingId {
  return liveEncoding ?? encodingOf(modelId);
}
