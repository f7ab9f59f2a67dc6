import type { EncodingId } from '../../tokens/encoding-ids.ts';
import { loadEncoder } from '../../tokens/load-encoder.ts';
import { readVocabulary } from '../token-sheet.ts';

/** A vocabulary that was read without a pause. */
export async function readAtOnce(encoding: EncodingId) {
  const encoder = await loadEncoder(encoding);
  const tokens = encoder.vocabularyBytes();
  const read = runThrough(readVocabulary(tokens, (text) => encoder.encode(text, 'text')));
  return { tokens, read };
}

/** What a generator returns in the end. */
export function runThrough<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
