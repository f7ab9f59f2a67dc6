import * as v from 'valibot';
import { fault, type Fault, type Result } from '../../../shared/fault.ts';
import { presetIds } from '../../core/sampling/presets.ts';
import { ruleSets, type StageName } from '../../core/sampling/stages.ts';
import { rangeOf, samplerRanges, type SamplerParameter } from './sampler-ranges.ts';
import type { SamplerSettings } from './settings-type.ts';

/**
 * One line that needs no escaping in a link: `preset*rules*order[*off]*numbers`, e.g.
 * `openai*openai*bntkpm*t0.8*p0.95`. Stages are one letter each; numbers at their neutral value are left out, so
 * that a line means the same when a preset's defaults change.
 */
const letters = {
  'logit-bias': 'b',
  penalties: 'n',
  temperature: 't',
  'top-k': 'k',
  'top-p': 'p',
  'min-p': 'm',
} as const satisfies Record<StageName, string>;

const numberLetters = {
  temperature: 't',
  topK: 'k',
  topP: 'p',
  minP: 'm',
  repetition: 'r',
  frequency: 'f',
  presence: 's',
  lastN: 'n',
  minKeep: 'e',
} as const satisfies Record<SamplerParameter, string>;

const stageNames = Object.keys(letters) as StageName[];
const parameters = Object.keys(numberLetters) as SamplerParameter[];

/** How a refused number is called. */
const spoken: Readonly<Record<SamplerParameter, string>> = {
  temperature: 'Temperature',
  topK: 'Top-k',
  topP: 'Top-p',
  minP: 'Min-p',
  repetition: 'Repetition penalty',
  frequency: 'Frequency penalty',
  presence: 'Presence penalty',
  lastN: 'Tokens that penalties look at',
  minKeep: 'Candidates to keep',
};

/** For a link and for storage. */
export function settingsToJson(settings: SamplerSettings): string {
  const off = stageNames.filter((name) => !settings.enabled[name]).map((name) => letters[name]);
  return [
    settings.preset,
    settings.rules,
    settings.order.map((name) => letters[name]).join(''),
    ...(off.length > 0 ? [`x${off.join('')}`] : []),
    ...parameters
      .filter((name) => settings[name] !== rangeOf(name).neutral)
      .map((name) => `${numberLetters[name]}${settings[name]}`),
  ].join('*');
}

const numbers = Object.fromEntries(
  parameters.map((name) => {
    const { min, max, neutral, whole } = samplerRanges[name];
    const within: v.GenericSchema<number> = v.pipe(v.number(), v.minValue(min), v.maxValue(max));
    return [name, v.optional(whole ? v.pipe(within, v.integer()) : within, neutral)];
  }),
) as Record<SamplerParameter, v.OptionalSchema<v.GenericSchema<number>, number>>;

const everyStageOn = v.object(
  Object.fromEntries(stageNames.map((name) => [name, v.optional(v.boolean(), true)])) as Record<
    StageName,
    v.OptionalSchema<v.BooleanSchema<undefined>, true>
  >,
);

const shape = v.object({
  preset: v.picklist([...presetIds, 'custom']),
  rules: v.picklist(ruleSets),
  order: v.pipe(
    v.array(v.picklist(stageNames)),
    v.check((order) => order.length === stageNames.length && new Set(order).size === order.length),
  ),
  enabled: everyStageOn,
  ...numbers,
});

/** From the one line or from an object of the same fields. Numbers that are left out are neutral; nothing is clamped. */
export function parseSettings(input: unknown): Result<SamplerSettings> {
  const fields = typeof input === 'string' ? fieldsOf(input) : input;
  const read = v.safeParse(shape, fields);
  if (read.success) return { ok: true, value: read.output };
  return { ok: false, fault: sentence(read.issues[0], fields) };
}

function fieldsOf(line: string): Record<string, unknown> {
  const [preset, rules, order = '', ...rest] = line.split('*');
  const stageOf = (letter: string): string => stageNames.find((name) => letters[name] === letter) ?? letter;
  const fields: Record<string, unknown> = { preset, rules, order: [...order].map(stageOf), enabled: {} };
  for (const part of rest) {
    const value = part.slice(1);
    const name = parameters.find((parameter) => numberLetters[parameter] === part[0]);
    if (name) fields[name] = value === '' ? Number.NaN : Number(value);
    else if (part[0] === 'x')
      fields['enabled'] = Object.fromEntries([...value].map((letter) => [stageOf(letter), false]));
    else fields['preset'] = line;
  }
  return fields;
}

function sentence(issue: v.InferIssue<typeof shape>, fields: unknown): Fault {
  const part = String(issue.path?.[0].key);
  const name = parameters.find((parameter) => parameter === part);
  if (name) {
    const { min, max, whole } = rangeOf(name);
    const code = issue.kind === 'schema' ? 'not-a-number' : 'out-of-range';
    const what = `${spoken[name]} takes ${whole ? 'whole numbers' : 'numbers'} from ${min} to ${max}.`;
    const value = String(new Map<string, unknown>(Object.entries(Object(fields) as object)).get(name));
    return fault(code, what, { field: spoken[name], value, min, max });
  }
  const accepted = {
    preset: [...presetIds, 'custom'].join(', '),
    rules: ruleSets.join(', '),
    order: `each of ${stageNames.join(', ')} exactly once`,
    enabled: `true or false for each of ${stageNames.join(', ')}`,
  }[part];
  if (accepted === undefined)
    return fault('unreadable-link', 'The settings are neither a line of settings nor an object of them.');
  return fault('unknown-name', `The settings' ${part} is unknown; accepted: ${accepted}.`, {
    field: part,
    accepted,
  });
}
