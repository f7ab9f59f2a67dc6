import * as z from 'zod/mini';
import { fault, type Fault, type Result } from '../../../shared/fault.ts';
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
  reading: 'none',
  comparison: 'none',
  prediction: 'none',
  trace: 'none',
  playing: 'none',
  ended: 'none',
  undoable: 'none',
  activeId: 'none',
  found: 'none',
  notices: 'none',
} as const satisfies Record<keyof PlaygroundState, Place>;

type Codecs = {
  readonly [Key in keyof PlaygroundChoices]: {
    readonly write: (value: PlaygroundChoices[Key]) => unknown;
    readonly read: (json: unknown) => Result<PlaygroundChoices[Key]>;
  };
};

const count = z.int().check(z.gte(0));

const codecs: Codecs = {
  document: { write: documentToJson, read: documentFromJson },
  modelId: plain(z.enum(models.map((model) => model.id))),
  encoding: plain(z.enum(encodingIds)),
  special: plain(z.enum(['text', 'parse', 'refuse'])),
  windowSize: {
    write: (size) => size ?? null,
    read: plain(
      z.pipe(
        z.nullable(z.int().check(z.gte(1))),
        z.transform((size) => size ?? undefined),
      ),
    ).read,
  },
  settings: { write: settingsToJson, read: parseSettings },
  bias: { write: biasToJson, read: biasFromJson },
  seed: plain(z.int().check(z.gte(0), z.lte(4_294_967_295))),
  draws: plain(count),
  u: plain(z.number().check(z.gte(0), z.lt(1))),
  scale: plain(z.enum(['linear', 'log'])),
  speed: plain(z.number().check(z.gte(0.5), z.lte(20))),
  pastEnd: plain(z.boolean()),
};

const keys = Object.keys(codecs) as (keyof PlaygroundChoices)[];

/** The choices as JSON, for a link or for this device. */
export function choicesToJson(choices: PlaygroundChoices, to: 'link' | 'device'): unknown {
  const kept = keys.filter((key) => to === 'device' || places[key] === 'link');
  return Object.fromEntries(kept.map((key) => [key, writeOne(key, choices)]));
}

/** What could be read, and a fault for each field that could not; those fields are left out, never mended. */
export interface ReadChoices {
  readonly choices: Partial<PlaygroundChoices>;
  readonly faults: readonly Fault[];
}

export function choicesFromJson(json: unknown): ReadChoices {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { choices: {}, faults: [fault('unreadable-link', 'not an object of choices')] };
  const record = new Map(Object.entries(json));
  const choices: Partial<PlaygroundChoices> = {};
  const faults: Fault[] = [];
  for (const key of keys) if (record.has(key)) readOne(key, record.get(key), choices, faults);
  return { choices, faults };
}

function writeOne<Key extends keyof PlaygroundChoices>(key: Key, choices: PlaygroundChoices): unknown {
  return codecs[key].write(choices[key]);
}

function readOne<Key extends keyof PlaygroundChoices>(
  key: Key,
  json: unknown,
  choices: { -readonly [K in keyof PlaygroundChoices]?: PlaygroundChoices[K] },
  faults: Fault[],
): void {
  const result = codecs[key].read(json);
  if (result.ok) choices[key] = result.value;
  else faults.push({ ...result.fault, detail: { ...result.fault.detail, field: key } });
}

function plain<Value>(schema: z.ZodMiniType<Value>): {
  readonly write: (value: Value) => unknown;
  readonly read: (json: unknown) => Result<Value>;
} {
  return {
    write: (value) => value,
    read(json) {
      const parsed = schema.safeParse(json);
      if (parsed.success) return { ok: true, value: parsed.data };
      return { ok: false, fault: fault('unreadable-link', z.prettifyError(parsed.error)) };
    },
  };
}
