import { type Result, fault } from '../../../shared/fault.ts';
import type { LogProb } from '../numbers/units.ts';
import type { KnownToken, PartialDistribution, SampledToken } from './partial-distribution.ts';
import { sameToken } from './same-token.ts';

export interface TopList {
  /** In any order. Logprobs that stand for "less likely than all others" (−9999, −Infinity) are left out. */
  readonly top: readonly KnownToken[];
  /** What was drawn; known too when it has a logprob and is not in the list. */
  readonly sampled?: SampledToken | undefined;
  readonly vocabularySize?: number | undefined;
  /** How exactly logprobs are reported, as a unit in the last place. That of single precision when left out. */
  readonly precision?: number;
}

/** At or below it a logprob is no measurement: e to it is hardly a number, and servers write −9999 or the least float there. */
const leastMeasured = -700;
const singlePrecision = 2 ** -23;
/** What roundings can add up to; a sum beyond it is no distribution's. */
const tolerance = 1e-3;

/**
 * Returns `broken-answer` for a list that no distribution can have: one that sums to clearly more than 1, or leaves more than
 * the unknown tokens can hold.
 */
export function partialFrom({
  top,
  sampled,
  vocabularySize,
  precision = singlePrecision,
}: TopList): Result<PartialDistribution> {
  const listed = withoutRepeats(top.filter(({ logprob }) => isMeasured(logprob))).sort(byFallingLogprob);
  const cap = listed.length === 0 ? 1 : probability(listed.at(-1)!.logprob);
  const extra =
    sampled !== undefined &&
    sampled.logprob !== undefined &&
    isMeasured(sampled.logprob) &&
    !listed.some((token) => sameToken(token, sampled))
      ? { ...sampled, logprob: sampled.logprob }
      : undefined;
  // subtle: the sort is stable, so a sampled token stands behind its equals in the list
  const known = extra === undefined ? listed : [...listed, extra].sort(byFallingLogprob);
  const wrong = [...top, ...known].find(({ logprob }) => Number.isNaN(logprob) || logprob > tolerance);
  if (wrong !== undefined)
    return broken(`the logprob of ${JSON.stringify(wrong.text)} is ${String(wrong.logprob)}, above 0`);
  if (vocabularySize !== undefined && vocabularySize < known.length)
    return broken(`${known.length} tokens were told of a vocabulary of ${vocabularySize}`);

  let sum = 0;
  let error = known.length * 2 ** -53;
  for (let i = known.length - 1; i >= 0; i--) {
    const { logprob } = known[i]!;
    const p = probability(logprob);
    sum += p;
    error += p * precision * Math.max(1, Math.abs(logprob));
  }
  if (sum > 1 + tolerance) return broken(`the probabilities of the list sum to ${sum.toPrecision(6)}`);
  const unknown = vocabularySize === undefined ? undefined : vocabularySize - known.length;
  const most = unknown === undefined ? Infinity : unknown * cap;
  const rest = Math.max(0, 1 - sum);
  if (rest > most + tolerance) {
    return broken(
      `the list leaves ${rest.toPrecision(6)} to ${String(unknown)} tokens, which hold ${most.toPrecision(6)} at most`,
    );
  }
  const value: PartialDistribution = {
    known,
    outside: extra === undefined ? undefined : known.indexOf(extra),
    remainder: Math.min(rest, most),
    remainderError: error,
    unknown,
    cap,
  };
  return { ok: true, value };
}

function isMeasured(logprob: LogProb): boolean {
  return !(logprob <= leastMeasured);
}

function byFallingLogprob(a: KnownToken, b: KnownToken): number {
  return b.logprob - a.logprob;
}

/** A logprob a little above 0 is a rounded 0. */
function probability(logprob: LogProb): number {
  return Math.min(1, Math.exp(logprob));
}

/** Servers may list a token twice; two without ids and bytes are told apart by nothing, and both count. */
function withoutRepeats(tokens: readonly KnownToken[]): KnownToken[] {
  const seen = new Set<string>();
  return tokens.filter(({ id, bytes }) => {
    const name = id !== undefined ? String(id) : bytes?.join(' ');
    if (name === undefined) return true;
    const key = `${id === undefined ? 'bytes' : 'id'} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function broken(message: string): Result<never> {
  return { ok: false, fault: fault('broken-answer', message) };
}
