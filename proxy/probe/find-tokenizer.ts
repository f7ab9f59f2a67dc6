import type { Endpoint } from '../upstreams/upstream.ts';
import type { Encoder } from '../../src/core/tokens/encoder.ts';
import { encodingIds, type EncodingId } from '../../src/core/tokens/encoding-ids.ts';
import type { Answered, Asker } from './ask-model.ts';
import { tellingTexts } from './probe-texts.ts';

/** Gives an encoding's vocabulary. */
export type LoadEncoder = (id: EncodingId) => Promise<Encoder>;

export interface FoundTokenizer {
  readonly encoding: EncodingId;
  /** Undefined where no vocabulary is at hand. */
  readonly encoder: Encoder | undefined;
}

/**
 * The one encoding that makes as many tokens of every telling text as the server counted, and whose tokens have the ids that were
 * met, where its vocabulary is at hand. What a template adds is in every count, so it is the distance from `plain`, of one token, that is compared. Undefined when there is
 * none, or more than one.
 */
export async function findTokenizer(
  { ask }: Asker,
  endpoint: Endpoint,
  plain: Answered,
  met: readonly Answered[],
  loadEncoder: LoadEncoder | undefined,
): Promise<FoundTokenizer | undefined> {
  if (plain.promptTokens === undefined) return undefined;
  let left: readonly EncodingId[] = encodingIds;
  for (const { text, counts } of tellingTexts) {
    const reply = await ask(endpoint, { text });
    if (!reply.ok || reply.promptTokens === undefined) return undefined;
    const more = reply.promptTokens - plain.promptTokens;
    left = left.filter((id) => counts[id] - 1 === more);
    if (left.length === 0) return undefined;
  }
  const [encoding, another] = left;
  if (encoding === undefined || another !== undefined) return undefined;
  const encoder = await loadEncoder?.(encoding);
  if (encoder !== undefined && !met.every((reply) => agrees(encoder, reply))) return undefined;
  return { encoding, encoder };
}

function agrees(encoder: Encoder, { entries }: Answered): boolean {
  return entries
    .flatMap((entry) => (entry === null ? [] : [entry, ...entry.top_logprobs]))
    .every(({ id, bytes }) => id === undefined || bytes === null || isToken(encoder, id, bytes));
}

function isToken(encoder: Encoder, id: number, bytes: readonly number[]): boolean {
  try {
    const own = encoder.tokenBytes(id);
    // A special token's bytes are its name, or nothing, as the server likes.
    const isSpecial = [...encoder.special.values()].includes(id);
    return isSpecial || (own.length === bytes.length && own.every((byte, i) => byte === bytes[i]));
  } catch {
    // There is no such id.
    return false;
  }
}
