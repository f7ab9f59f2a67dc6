import {
  leastLogprob,
  type CandidateLogprob,
  type TokenLogprob,
} from '../../../shared/wire/openai-answers.ts';

/*
 * Read by hand and not with a schema: a list may have a whole vocabulary in it, and comes with every token. Whatever is not of the shape is
 * undefined.
 */

/** A chosen token in the shape of chats. llama.cpp with `post_sampling_probs` tells probabilities, and names the list otherwise. */
export function readEntry(told: unknown): TokenLogprob | undefined {
  const candidate = readCandidate(told);
  const { top_logprobs, top_probs } = told as Told;
  const list = readList(top_logprobs ?? top_probs ?? []);
  return candidate && list && { ...candidate, top_logprobs: list };
}

/** Likeliest first, each once: a server that puts the chosen token among the likeliest may tell it twice. */
export function readList(told: unknown): CandidateLogprob[] | undefined {
  if (!Array.isArray(told)) return undefined;
  const met = new Set<string | number>();
  const list: CandidateLogprob[] = [];
  for (const one of told as unknown[]) {
    const candidate = readCandidate(one);
    if (candidate === undefined) return undefined;
    const { token, bytes, logprob, id } = candidate;
    // subtle: without an id two that look alike may be two tokens, unless they are equally likely as well.
    const name = id ?? `${logprob} ${bytes?.join() ?? ''} ${token}`;
    if (met.has(name)) continue;
    met.add(name);
    list.push(candidate);
  }
  return list.sort((a, b) => b.logprob - a.logprob);
}

/** One token as a server told it. Not a token's, and so undefined, is what has no text or no number. */
export function readCandidate(told: unknown): CandidateLogprob | undefined {
  if (typeof told !== 'object' || told === null) return undefined;
  const { token, id, bytes, logprob, prob } = told as Told;
  if (typeof token !== 'string' || !isMissing(id, isWhole) || !isMissing(bytes, isBytes)) return undefined;
  const weight = typeof prob === 'number' && prob >= 0 ? Math.log(prob) : logprob;
  if (weight !== null && typeof weight !== 'number') return undefined;
  const spelled = bytes && !token.startsWith('token_id:') ? undefined : readSpelling(token);
  // subtle: vLLM gives the name `token_id:5` its own bytes, which are not the token's.
  const isNamed = spelled?.id !== undefined && sameBytes(bytes, utf8.encode(token));
  const known = isNamed ? null : (bytes ?? spelled?.bytes ?? null);
  const number = id ?? spelled?.id;
  return {
    token: known !== null && spelled?.isCode === true ? utf8Text.decode(new Uint8Array(known)) : token,
    bytes: known,
    logprob: readLogprob(weight),
    ...(number === undefined ? {} : { id: number }),
  };
}

/** What is looked at; anything may stand there. */
interface Told {
  readonly token?: unknown;
  readonly id?: unknown;
  readonly bytes?: unknown;
  readonly logprob?: unknown;
  readonly prob?: unknown;
  readonly top_logprobs?: unknown;
  readonly top_probs?: unknown;
}

function isMissing<T>(value: unknown, is: (value: unknown) => value is T): value is T | null | undefined {
  return value === undefined || value === null || is(value);
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isBytes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((byte) => isWhole(byte) && byte <= 255);
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
