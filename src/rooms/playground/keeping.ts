import * as z from 'zod/mini';
import { fault, type Fault, type Result } from '../../../shared/fault.ts';
import { largestSeed } from '../../core/sampling/seed.ts';
import { encodingIds } from '../../core/tokens/encoding-ids.ts';
import { biasFromJson, biasToJson } from './bias-entries.ts';
import { documentFromJson, documentToJson } from './drawn-rows.ts';
import { models } from './models.ts';
import type { PlaygroundChoices, PlaygroundState } from './playground-state.ts';
import { parseSettings, settingsToJson } from './sampler-settings.ts';

/** Where a field is kept: in a link and on this device, on this device only, or nowhere (made anew). */
type Place = 'link' | 'device' | 'none';

/** Every field of the room's state, so that a new one does not compile until it is placed. */
export const places = {
  document: 'link',
  modelId: 'link',
  encoding: 'link',
  special: 'link',
  windowSize: 'link',
  settings: 'link',
  bias: 'link',
  seed: 'link',
  draws: 'link',
  u: 'link',
  scale: 'link',
  pastEnd: 'link',
  speed: 'device',
  model: 'none',
  loading: 'none',
  vocabulary: 'none',
  source: 'none',
  reading: 'none',
  comparison: 'none',
  prediction: 'none',
  trace: 'none',
  fresh: 'none',
  playing: 'none',
  ended: 'none',
  undoable: 'none',
  activeId: 'none',
  found: 'none',
  notices: 'none',
} as const satisfies Record<keyof PlaygroundState, Place>;

/** How one field becomes JSON, and back. */
interface Codec {
  write(choices: PlaygroundChoices): unknown;
  read(json: unknown): Result<Partial<PlaygroundChoices>>;
}

const count = z.int().check(z.gte(0));

const codecs: Readonly<Record<keyof PlaygroundChoices, Codec>> = {
  document: field('document', documentToJson, documentFromJson),
  modelId: field('modelId', asIs, parsedBy(z.enum(models.map((model) => model.id)))),
  encoding: field('encoding', asIs, parsedBy(z.enum(encodingIds))),
  special: field('special', asIs, parsedBy(z.enum(['text', 'parse', 'refuse']))),
  windowSize: field('windowSize', (size) => size ?? null, windowSizeFromJson),
  settings: field('settings', settingsToJson, parseSettings),
  bias: field('bias', biasToJson, biasFromJson),
  seed: field('seed', asIs, parsedBy(z.int().check(z.gte(0), z.lte(largestSeed)))),
  draws: field('draws', asIs, parsedBy(count)),
  u: field('u', asIs, parsedBy(z.number().check(z.gte(0), z.lt(1)))),
  scale: field('scale', asIs, parsedBy(z.enum(['linear', 'log']))),
  speed: field('speed', asIs, parsedBy(z.number().check(z.gte(0.5), z.lte(20)))),
  pastEnd: field('pastEnd', asIs, parsedBy(z.boolean())),
};

const keys = Object.keys(codecs) as (keyof PlaygroundChoices)[];

/** The choices as JSON, for a link or for this device. */
export function choicesToJson(choices: PlaygroundChoices, to: 'link' | 'device'): unknown {
  const kept = keys.filter((key) => to === 'device' || places[key] === 'link');
  return Object.fromEntries(kept.map((key) => [key, codecs[key].write(choices)]));
}

/** What could be read, and a fault for each field that could not; those fields are left out, never mended. */
export interface ReadChoices {
  readonly choices: Partial<PlaygroundChoices>;
  readonly faults: readonly Fault[];
}

export function choicesFromJson(json: unknown): ReadChoices {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { choices: {}, faults: [fault('unreadable-link', 'not an object of choices')] };
  const record = new Map<string, unknown>(Object.entries(json));
  const faults: Fault[] = [];
  let choices: Partial<PlaygroundChoices> = {};
  for (const key of keys) {
    if (!record.has(key)) continue;
    const read = codecs[key].read(record.get(key));
    if (read.ok) choices = { ...choices, ...read.value };
    else faults.push({ ...read.fault, detail: { field: key, ...read.fault.detail } });
  }
  return { choices, faults };
}

function field<Key extends keyof PlaygroundChoices>(
  key: Key,
  write: (value: PlaygroundChoices[Key]) => unknown,
  read: (json: unknown) => Result<PlaygroundChoices[Key]>,
): Codec {
  return {
    write: (choices) => write(choices[key]),
    read(json) {
      const result = read(json);
      if (!result.ok) return result;
      const choice: Partial<Pick<PlaygroundChoices, Key>> = {};
      choice[key] = result.value;
      return { ok: true, value: choice };
    },
  };
}

function asIs(value: unknown): unknown {
  return value;
}

function parsedBy<Value>(schema: z.ZodMiniType<Value>): (json: unknown) => Result<Value> {
  return (json) => {
    const parsed = schema.safeParse(json);
    if (parsed.success) return { ok: true, value: parsed.data };
    return { ok: false, fault: fault('unreadable-link', z.prettifyError(parsed.error)) };
  };
}

function windowSizeFromJson(json: unknown): Result<number | undefined> {
  return json === null ? { ok: true, value: undefined } : parsedBy(z.int().check(z.gte(1)))(json);
}
