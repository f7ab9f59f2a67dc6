import type { Endpoint } from '../upstreams/upstream.ts';
import type { Answered, Asker } from './ask-model.ts';
import { listText } from './probe-texts.ts';

/** The longest top list that an endpoint gave, and the answer that had it; what counts is what came, not what was asked for. */
export interface LongestList {
  readonly length: number;
  readonly reply: Answered | undefined;
}

/** Asks for 20, as most give; then for less until some come, or for more while they do. */
export async function longestList({ ask }: Asker, endpoint: Endpoint): Promise<LongestList> {
  let best: LongestList = { length: 0, reply: undefined };
  async function attempt(top: number): Promise<boolean> {
    const reply = await ask(endpoint, { text: listText, top, temperature: 1 });
    const length = reply.ok ? (reply.entries[0]?.top_logprobs.length ?? 0) : 0;
    if (reply.ok && length > best.length) best = { length, reply };
    return reply.ok;
  }
  // A server that answers without a list has none; one that refuses the number may take a smaller one.
  for (const top of [20, 5, 1]) if (await attempt(top)) break;
  if (best.length < 20) return best;
  for (const top of [1000, 100]) if (await attempt(top)) break;
  return best;
}
