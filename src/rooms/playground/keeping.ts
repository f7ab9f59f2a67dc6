import * as v from 'valibot';
import { fault, type Fault, type Result } from '../../../shared/fault.ts';
import { largestSeed } from '../../core/sampling/seed.ts';
import { encodingIds } from '../../core/tokens/encoding-ids.ts';
import { biasFromJson, biasToJson } from './bias-entries.ts';
import { documentFromJson, documentToJson } from './drawn-rows.ts';
import { modelIds } from './models.ts';
import type { PlaygroundChoices, PlaygroundState } from './playground-state.ts';
import { parseSettings, settingsToJson } from './sampler-settings.ts';

/** Where a field is kept: in a link and on this device, on this device only, or nowhere (made anew). */
type Place = 'link' | 'device' | 'none';

/** Every field of the room's state, so that a new one does not compile until it is placed. */
export const places = {
  document: 'link',
  modelId: 'link',
  live: 'link',
  sampler: 'link',
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
  colours: 'link',
  insideOpen: 'device',
  rawOpen: 'device',
  pathsOpen: 'device',
  toldNoProxy: 'device',
  speed: 'device',
  model: 'none',
  answering: 'none',
  loading: 'none',
  offers: 'none',
  liveRoom: 'none',
  liveEncoding: 'none',
  vocabulary: 'none',
  source: 'none',
  reading: 'none',
  comparison: 'none',
  prediction: 'none',
  trace: 'none',
  inside: 'none',
  surprise: 'none',
  weighing: 'none',
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

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const codecs: Readonly<Record<keyof PlaygroundChoices, Codec>> = {
  document: field('document', documentToJson, documentFromJson),
  modelId: field('modelId', asIs, parsedBy(v.picklist(modelIds))),
  live: field('live', (name) => name ?? null, liveFromJson),
  sampler: field('sampler', asIs, parsedBy(v.picklist(['here', 'there']))),
  encoding: field('encoding', asIs, parsedBy(v.picklist(encodingIds))),
  special: field('special', asIs, parsedBy(v.picklist(['text', 'parse', 'refuse']))),
  windowSize: field('windowSize', (size) => size ?? null, windowSizeFromJson),
  settings: field('settings', settingsToJson, parseSettings),
  bias: field('bias', biasToJson, biasFromJson),
  seed: field('seed', asIs, parsedBy(v.pipe(count, v.maxValue(largestSeed)))),
  draws: field('draws', asIs, parsedBy(count)),
  u: field('u', asIs, parsedBy(v.pipe(v.number(), v.minValue(0), v.ltValue(1)))),
  scale: field('scale', asIs, parsedBy(v.picklist(['linear', 'log']))),
  speed: field('speed', asIs, parsedBy(v.pipe(v.number(), v.minValue(0.5), v.maxValue(20)))),
  pastEnd: field('pastEnd', asIs, parsedBy(v.boolean())),
  colours: field('colours', asIs, parsedBy(v.picklist(['tokens', 'surprise']))),
  insideOpen: field('insideOpen', asIs, parsedBy(v.boolean())),
  rawOpen: field('rawOpen', asIs, parsedBy(v.boolean())),
  pathsOpen: field('pathsOpen', asIs, parsedBy(v.boolean())),
  toldNoProxy: field('toldNoProxy', asIs, parsedBy(v.boolean())),
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

function parsedBy<Value>(schema: v.GenericSchema<unknown, Value>): (json: unknown) => Result<Value> {
  return (json) => {
    const parsed = v.safeParse(schema, json);
    if (parsed.success) return { ok: true, value: parsed.output };
    return { ok: false, fault: fault('unreadable-link', v.summarize(parsed.issues)) };
  };
}

function liveFromJson(json: unknown): Result<string | undefined> {
  return json === null
    ? { ok: true, value: undefined }
    : parsedBy(v.pipe(v.string(), v.minLength(1), v.maxLength(300)))(json);
}

function windowSizeFromJson(json: unknown): Result<number | undefined> {
  return json === null
    ? { ok: true, value: undefined }
    : parsedBy(v.pipe(v.number(), v.safeInteger(), v.minValue(1)))(json);
}
