import * as v from 'valibot';
import {
  leastLogprob,
  type CandidateLogprob,
  type TokenLogprob,
} from '../../../shared/wire/openai-answers.ts';

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const listed = {
  token: v.string(),
  id: v.nullish(wholeNumber),
  bytes: v.nullish(v.array(v.pipe(wholeNumber, v.maxValue(255)))),
};
const scored = v.object({ ...listed, logprob: v.nullable(v.number()) });
/** llama.cpp with `post_sampling_probs` tells probabilities, and names the list otherwise. */
const weighed = v.object({ ...listed, prob: v.pipe(v.number(), v.minValue(0)) });

/** One token as a server told it: a candidate, before its bytes are known. */
export const candidateShape = v.union([scored, weighed]);
export type CandidateShape = v.InferOutput<typeof candidateShape>;

/** A chosen token as a server told it in the shape of chats. */
export const entryShape = v.union([
  v.object({ ...scored.entries, top_logprobs: v.nullish(v.array(candidateShape)) }),
  v.object({ ...weighed.entries, top_probs: v.nullish(v.array(candidateShape)) }),
]);

export function readEntry(told: v.InferOutput<typeof entryShape>): TokenLogprob {
  const list = 'prob' in told ? told.top_probs : told.top_logprobs;
  return { ...readCandidate(told), top_logprobs: readList(list ?? []) };
}

/** Likeliest first, each once: a server that puts the chosen token among the likeliest may tell it twice. */
export function readList(told: readonly CandidateShape[]): CandidateLogprob[] {
  const met = new Set<string>();
  return told
    .map(readCandidate)
    .filter(({ token, bytes, logprob, id }) => {
      // subtle: without an id two that look alike may be two tokens, unless they are equally likely as well.
      const name = id === undefined ? JSON.stringify([token, bytes, logprob]) : String(id);
      return !met.has(name) && met.add(name);
    })
    .toSorted((a, b) => b.logprob - a.logprob);
}

export function readCandidate(told: CandidateShape): CandidateLogprob {
  const spelled = readSpelling(told.token);
  // subtle: vLLM gives the name `token_id:5` its own bytes, which are not the token's.
  const isNamed = spelled.id !== undefined && sameBytes(told.bytes, utf8.encode(told.token));
  const bytes = isNamed ? null : (told.bytes ?? spelled.bytes);
  const id = told.id ?? spelled.id;
  return {
    token: bytes !== null && spelled.isCode ? utf8Text.decode(new Uint8Array(bytes)) : told.token,
    bytes,
    logprob: readLogprob('prob' in told ? Math.log(told.prob) : told.logprob),
    ...(id === undefined ? {} : { id }),
  };
}

/** null, −∞, C's lowest float and −9999 are all one: not weighed, or impossible. */
export function readLogprob(told: number | null): number {
  return told === null ? leastLogprob : Math.max(told, leastLogprob);
}

const utf8 = new TextEncoder();
const utf8Text = new TextDecoder('utf-8', { ignoreBOM: true });

interface Spelling {
  readonly id: number | undefined;
  readonly bytes: number[] | null;
  /** The text is a name for the token, not its own text. */
  readonly isCode: boolean;
}

/** What a token's text tells of it, when its bytes are not told. */
function readSpelling(token: string): Spelling {
  const named = /^token_id:(\d{1,9})$/.exec(token);
  if (named !== null) return { id: Number(named[1]), bytes: null, isCode: true };
  // OpenAI's completions: `bytes:\xe3\x81`, with a space before the first byte when the token has one.
  const escaped = /^bytes:( ?)((?:\\x[0-9a-f]{2})+)$/i.exec(token);
  if (escaped !== null) {
    const codes = escaped[2]!.slice(2).split('\\x');
    const bytes = [...utf8.encode(escaped[1]), ...codes.map((code) => Number.parseInt(code, 16))];
    return { id: undefined, bytes, isCode: true };
  }
  return { id: undefined, bytes: isText(token) ? [...utf8.encode(token)] : null, isCode: false };
}

/** Whether the text is surely what the token says: no half character, and not in a vocabulary's own spelling (Ġ, ▁ and Ċ for spaces). */
function isText(token: string): boolean {
  return token.isWellFormed() && !/\uFFFD|^[Ġ▁]|Ċ|^<0x[0-9A-F]{2}>$/.test(token);
}

function sameBytes(one: readonly number[] | null | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, i) => byte === other[i]);
}
