import * as v from 'valibot';
import type { RequestBody } from './other-form.ts';

/** What a server's 400 says of one parameter of the request. */
export interface Complaint {
  readonly param: string;
  /** Its type is wrong, or the model does not take it at all. */
  readonly about: 'form' | 'support';
}

const refusalShape = v.object({
  error: v.object({ message: v.string(), param: v.nullable(v.string()), code: v.nullable(v.string()) }),
});

/** Without these it would be another request. */
const essential = ['model', 'prompt', 'messages', 'stream', 'tools', 'response_format'];

/** The parameter itself is refused, whatever its value; or this value of it. */
const nameCode = /^(unsupported_parameter|unknown_parameter|extra_forbidden)$/i;
const valueCode = /^unsupported/i;
const support =
  /unsupported|(?:\bnot|n['’]t)(?: \w+)? (?:supported|allowed|permitted|available|enabled|compatible|accepted|implemented|recogni[sz]ed)|(?:\bnot|n['’]t) (?:support|accept|allow|recogni[sz]e)|unrecogni[sz]ed|unknown|unexpected|incompatible/i;
const range =
  /greater|less|at (?:most|least)|max(?:imum)?\b|min(?:imum)?\b|exceed|between|above|below|[<>]=|range|too (?:large|small|long|high|low|many)/i;
const type =
  /\b(?:bool(?:ean)?|int(?:eger)?|float|number|str(?:ing)?|array|list|dict(?:ionary)?|object|map|type|unmarshal)\b|_type$|_parsing$/i;
const badValue = /invalid|must|should|expect|require|malformed|pars/i;

/**
 * Which parameter of the request a refusal is about. Undefined when it is about a value that is out of range, which the client
 * must hear of; when it names none, or several, so that it would be a guess.
 */
export function complaintOf(refusal: unknown, body: RequestBody): Complaint | undefined {
  const parsed = v.safeParse(refusalShape, refusal);
  if (!parsed.success) return undefined;
  const { message, param, code } = parsed.output.error;
  const sent = Object.keys(body).filter(
    (name) => !essential.includes(name) && body[name] !== undefined && body[name] !== null,
  );
  const byField = sent.find((name) => sameName(name, /^[A-Za-z_]\w*/.exec(param ?? '')?.[0] ?? ''));
  const named = byField ?? onlyOne(sent.filter((name) => isMentioned(name, message)));
  if (named === undefined) return undefined;
  const words = `${message} ${code ?? ''}`;
  if (code !== null && nameCode.test(code)) return { param: named, about: 'support' };
  if (range.test(words)) return undefined;
  if (code !== null && valueCode.test(code)) return { param: named, about: 'support' };
  if (type.test(message) || type.test(code ?? '')) return { param: named, about: 'form' };
  const isSupport = support.test(words) || (byField !== undefined && !badValue.test(words));
  return isSupport ? { param: named, about: 'support' } : undefined;
}

/** The length of the list is nothing without the list. */
function onlyOne(names: readonly string[]): string | undefined {
  if (names.length === 2 && names.includes('logprobs') && names.includes('top_logprobs')) return 'logprobs';
  return names.length === 1 ? names[0] : undefined;
}

/** `presence_penalty` and `presencePenalty` are one. */
function sameName(one: string, other: string): boolean {
  const bare = (name: string): string => name.replaceAll('_', '').toLowerCase();
  return bare(one) === bare(other);
}

/** A short name, such as `n`, `stop` or `seed`, is a word as well; it counts only in quotes. */
function isMentioned(name: string, message: string): boolean {
  if (!/^[a-z]\w*$/i.test(name)) return false;
  const spelled = name.replaceAll('_', '_?');
  const isWord = /^[a-z]{1,6}$/i.test(name);
  const pattern = isWord ? `['"\`‘“]${spelled}['"\`’”]` : `(?<![A-Za-z0-9_])${spelled}(?![A-Za-z0-9_])`;
  return new RegExp(pattern, 'i').test(message);
}
