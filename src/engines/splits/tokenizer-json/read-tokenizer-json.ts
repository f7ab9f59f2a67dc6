import * as v from 'valibot';
import { fault, type Fault, type Result } from '../../../../shared/fault.ts';

/** A step of Hugging Face's pipeline; `Sequence` holds further ones. */
interface Step {
  readonly type: string;
  readonly normalizers?: readonly Step[] | undefined;
  readonly pretokenizers?: readonly Step[] | undefined;
  readonly split?: unknown;
}

const step: v.GenericSchema<unknown, Step> = v.looseObject({
  type: v.string(),
  normalizers: v.optional(v.array(v.lazy(() => step))),
  pretokenizers: v.optional(v.array(v.lazy(() => step))),
});
const vocabulary = v.union([
  v.record(v.string(), v.number()),
  v.array(v.looseTuple([v.string(), v.number()])),
]);
const file = v.looseObject({
  added_tokens: v.optional(
    v.array(
      v.looseObject({
        id: v.pipe(v.number(), v.integer(), v.minValue(0)),
        content: v.pipe(v.string(), v.minLength(1)),
      }),
    ),
    [],
  ),
  normalizer: v.nullish(step, null),
  pre_tokenizer: v.nullish(step, null),
  model: v.looseObject({
    // Old files leave the type out where there are merges.
    type: v.optional(v.string()),
    vocab: vocabulary,
    merges: v.optional(v.array(v.union([v.string(), v.tuple([v.string(), v.string()])]))),
  }),
});

export interface TokenizerJson extends v.InferOutput<typeof file> {
  readonly kind: TokenizerKind;
}

/** What turns a piece into tokens. */
export type TokenizerKind = 'BPE' | 'WordPiece' | 'Unigram';

/** What `@huggingface/tokenizers` 0.2 knows. */
const supported = {
  model: ['BPE', 'WordPiece', 'Unigram'],
  normalizer: [
    ...['BertNormalizer', 'Precompiled', 'Sequence', 'Replace', 'NFC', 'NFD', 'NFKC', 'NFKD'],
    ...['Strip', 'StripAccents', 'Lowercase', 'Prepend'],
  ],
  pre_tokenizer: [
    ...['BertPreTokenizer', 'Sequence', 'Whitespace', 'WhitespaceSplit', 'Metaspace', 'ByteLevel'],
    ...['Split', 'Punctuation', 'Digits', 'Replace', 'FixedLength'],
  ],
} as const;
type Part = keyof typeof supported;

/**
 * Reads a Hugging Face `tokenizer.json`. Faults: `broken-file` (detail: file, part) for what is none, `unknown-name` (detail:
 * file, part, name, accepted) for a part of a kind that is not supported. Decoder and post-processor are not needed, and not looked at.
 */
export function readTokenizerJson(text: string, name: string): Result<TokenizerJson> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return broken(name, 'JSON', `${name} is no JSON`);
  }
  const parsed = v.safeParse(file, json);
  if (!parsed.success) {
    const part = v.getDotPath(parsed.issues[0]) ?? 'model';
    return broken(name, part, `${name} is no tokenizer.json: ${part}: ${parsed.issues[0].message}`);
  }
  const { model, normalizer, pre_tokenizer: preTokenizer } = parsed.output;
  const kind = model.type ?? (model.merges === undefined ? 'WordPiece' : 'BPE');
  const stranger =
    unsupported(name, 'model', kind) ??
    firstStranger(name, 'normalizer', normalizer) ??
    firstStranger(name, 'pre_tokenizer', preTokenizer);
  if (stranger !== undefined) return { ok: false, fault: stranger };
  if (kind === 'BPE' && model.merges === undefined)
    return broken(name, 'model.merges', `${name} has no merges`);
  if ((kind === 'Unigram') !== Array.isArray(model.vocab))
    return broken(name, 'model.vocab', `${name}: the vocabulary is not a ${kind} one`);
  return { ok: true, value: { ...parsed.output, kind: kind as TokenizerKind } };
}

/** Whether a step of that kind is in the pipeline. */
export function hasStep(step: Step | null, type: string): boolean {
  return flat(step).some((one) => one.type === type);
}

/** Whether Metaspace makes each `▁` the beginning of a piece, as it does unless it is told not to. */
export function cutsAtSpaces(step: Step | null): boolean {
  return flat(step).some((one) => one.type === 'Metaspace' && one.split !== false);
}

function flat(step: Step | null): Step[] {
  if (step === null) return [];
  return [step, ...[...(step.normalizers ?? []), ...(step.pretokenizers ?? [])].flatMap(flat)];
}

function firstStranger(name: string, part: Part, step: Step | null): Fault | undefined {
  for (const one of flat(step)) {
    const found = unsupported(name, part, one.type);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unsupported(file: string, part: Part, name: string): Fault | undefined {
  const known: readonly string[] = supported[part];
  if (known.includes(name)) return undefined;
  const accepted = known.join(', ');
  return fault('unknown-name', `${file}: ${part} ${name} is not supported; these are: ${accepted}`, {
    file,
    part,
    name,
    accepted,
  });
}

function broken(file: string, part: string, message: string): Result<never> {
  return { ok: false, fault: fault('broken-file', message, { file, part }) };
}
