import * as v from 'valibot';
import { fault, type Result } from '../../../shared/fault.ts';
import type { TokenId } from '../../core/numbers/units.ts';
import { encodingIds, type EncodingId } from '../../core/tokens/encoding-ids.ts';

/** One line of the bias list. A bias belongs to an id of one encoding; on another encoding it is parked. */
export interface BiasEntry {
  readonly encoding: EncodingId;
  readonly id: TokenId;
  /** The token's text when it was chosen, or its bytes in hex. */
  readonly label: string;
  /** Added to the logit, −100 to 100; kept while banned. */
  readonly bias: number;
  /** Removed outright: −∞. */
  readonly banned: boolean;
  /** In the list, without effect. */
  readonly muted: boolean;
}

/** What is kept of an entry: encoding, id, bias, label, and 1 when muted plus 2 when banned. */
export type CompactBias = readonly [EncodingId, TokenId, number, string, 0 | 1 | 2 | 3];

/** OpenAI's: `logit_bias` takes 300 entries of −100 to 100. */
export const biasLimits = { entries: 300, min: -100, max: 100 } as const;

/** Ids of each encoding: 0 up to, without, this. */
const idEnd: Readonly<Record<EncodingId, number>> = {
  r50k_base: 50_257,
  p50k_base: 50_281,
  cl100k_base: 100_277,
  o200k_base: 200_019,
};

/** Adds an entry at the end, or puts it in the place of the one with its id. Refuses the 301st. */
export function withBias(entries: readonly BiasEntry[], entry: BiasEntry): Result<readonly BiasEntry[]> {
  const at = entries.findIndex((other) => other.id === entry.id && other.encoding === entry.encoding);
  if (at >= 0) return { ok: true, value: entries.with(at, entry) };
  if (entries.length >= biasLimits.entries)
    return {
      ok: false,
      fault: fault(
        'out-of-range',
        `A bias list holds up to ${biasLimits.entries} tokens, as OpenAI's does.`,
        {
          field: 'Bias list',
          value: entries.length + 1,
          min: 0,
          max: biasLimits.entries,
        },
      ),
    };
  return { ok: true, value: [...entries, entry] };
}

/** What is in force under an encoding (all of them when it is left out): added to the logits, −∞ for a ban. */
export function biasRecord(entries: readonly BiasEntry[], encoding?: EncodingId): Record<TokenId, number> {
  const record: Record<TokenId, number> = {};
  for (const { id, bias, banned, muted, encoding: own } of entries)
    if ((encoding ?? own) === own && !muted && (banned || bias !== 0)) record[id] = banned ? -Infinity : bias;
  return record;
}

/** For a link and for storage. */
export function biasToJson(entries: readonly BiasEntry[]): CompactBias[] {
  return entries.map(({ encoding, id, bias, label, muted, banned }) => [
    encoding,
    id,
    bias,
    label,
    ((muted ? 1 : 0) + (banned ? 2 : 0)) as 0 | 1 | 2 | 3,
  ]);
}

const compact = v.strictTuple([
  v.picklist(encodingIds),
  v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  v.pipe(v.number(), v.minValue(biasLimits.min), v.maxValue(biasLimits.max)),
  v.string(),
  v.picklist([0, 1, 2, 3]),
]);

/** The list again. Of two with one id the later stays; one bad line refuses the list and is named. */
export function biasFromJson(json: unknown): Result<readonly BiasEntry[]> {
  if (!Array.isArray(json)) return refused('The bias list is not a list.', {});
  let entries: readonly BiasEntry[] = [];
  for (const [index, item] of json.entries()) {
    const entry = parseEntry(item, index);
    if (!entry.ok) return entry;
    const next = withBias(entries, entry.value);
    if (!next.ok) return next;
    entries = next.value;
  }
  return { ok: true, value: entries };
}

function parseEntry(item: unknown, index: number): Result<BiasEntry> {
  const place = `Line ${index + 1} of the bias list`;
  const read = v.safeParse(compact, item);
  if (!read.success) {
    const { type } = read.issues[0];
    const limit = type === 'min_value' || type === 'max_value' || type === 'safe_integer';
    return refused(
      limit
        ? `${place} is out of range: a bias is ${biasLimits.min} to ${biasLimits.max}, an id is a whole number from 0.`
        : `${place} is unreadable: it needs an encoding, an id, a label and a bias of ${biasLimits.min} to ${biasLimits.max}.`,
      { field: 'Bias', value: JSON.stringify(item), min: biasLimits.min, max: biasLimits.max },
    );
  }
  const entry = fromCompact(read.output);
  if (entry.id < idEnd[entry.encoding]) return { ok: true, value: entry };
  const max = idEnd[entry.encoding] - 1;
  return refused(`${place}: ${entry.encoding} has the ids 0 to ${max}, not ${entry.id}.`, {
    field: 'Bias id',
    value: entry.id,
    min: 0,
    max,
  });
}

function fromCompact([encoding, id, bias, label, flags]: CompactBias): BiasEntry {
  return { encoding, id, label, bias, muted: flags % 2 === 1, banned: flags >= 2 };
}

function refused(message: string, detail: Record<string, string | number>): Result<never> {
  return { ok: false, fault: fault('out-of-range', message, detail) };
}
