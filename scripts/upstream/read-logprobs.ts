import * as v from 'valibot';
import type { Encoding } from '../../src/core/index.ts';

/** A token of an answer, and what stood beside it. */
interface Step {
  /** Undefined when its text is not that of one token. */
  readonly id: number | undefined;
  readonly logprob: number | null;
  /** By id; what could not be told apart is missing. */
  readonly top: ReadonlyMap<number, number>;
  /** Entries of the top list without an id. */
  readonly lost: number;
}

const candidate = v.object({
  token: v.string(),
  logprob: v.number(),
  bytes: v.nullish(v.array(v.number())),
  id: v.optional(v.number()),
});
const entries = v.object({
  content: v.array(v.nullable(v.object({ ...candidate.entries, top_logprobs: v.array(candidate) }))),
});
const lists = v.object({
  tokens: v.array(v.string()),
  token_logprobs: v.array(v.nullable(v.number())),
  top_logprobs: v.array(v.nullable(v.record(v.string(), v.number()))),
});
type Candidate = v.InferOutput<typeof candidate>;

export interface Logprobs {
  /** Whether every entry had an id. */
  readonly ids: boolean;
  readonly steps: readonly Step[];
}

/**
 * Makes a reader of the `logprobs` of a choice, entries or parallel lists. Ids are read where they are told, and are else those of the
 * entry's bytes. With `byText`, for a server that drops the bytes that are no whole character, only a token whose text is no other's has
 * an id. The reader throws on a shape that is neither of the two.
 */
export function logprobsReader(encoding: Encoding, byText: boolean): (logprobs: unknown) => Logprobs {
  const ofBytes = new Map<string, number>();
  const ofText = new Map<string, number | undefined>();
  for (let id = 0; id < encoding.size; id++) {
    const bytes = encoding.tokenBytes(id);
    ofBytes.set(Array.from(bytes).join(), id);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\uFFFD', '');
    ofText.set(text, ofText.has(text) ? undefined : id);
  }

  function find({ id, bytes, token }: Candidate): number | undefined {
    if (byText) return ofText.get(token);
    return id ?? (bytes ? ofBytes.get(bytes.join()) : ofText.get(token));
  }
  function stepOf(chosen: Candidate, logprob: number | null, others: readonly Candidate[]): Step {
    const top = new Map<number, number>();
    let lost = 0;
    for (const other of others) {
      const id = find(other);
      if (id === undefined) lost += 1;
      else top.set(id, other.logprob);
    }
    return { id: find(chosen), logprob, top, lost };
  }

  return (logprobs) => {
    if (v.is(entries, logprobs)) {
      const known = logprobs.content.filter((each) => each !== null);
      return {
        ids: known.every(
          ({ id, top_logprobs }) => id !== undefined && top_logprobs.every((each) => each.id !== undefined),
        ),
        steps: logprobs.content.map((each) =>
          each === null
            ? { id: undefined, logprob: null, top: new Map(), lost: 0 }
            : stepOf(each, each.logprob, each.top_logprobs),
        ),
      };
    }
    const { tokens, token_logprobs, top_logprobs } = v.parse(lists, logprobs);
    return {
      ids: false,
      steps: tokens.map((token, at) => {
        const others = Object.entries(top_logprobs[at] ?? {}).map(([text, logprob]) => ({
          token: text,
          logprob,
        }));
        return stepOf({ token, logprob: 0 }, token_logprobs[at] ?? null, others);
      }),
    };
  };
}
