import * as v from 'valibot';
import type { LimitSettings } from '../limits/limits.ts';
import type { CacheSettings } from '../sharing/answer-cache.ts';
import { fault, type Result } from '../../shared/fault.ts';

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_600_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9._-]{0,31}$/, 'small letters, digits, dots and dashes'),
);
const httpAddress = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'an http or https address',
  ),
);

/** Servers whose usual address is known. */
export const presets = {
  openai: 'https://api.openai.com/v1',
  openrouter: 'https://openrouter.ai/api/v1',
  'llama.cpp': 'http://127.0.0.1:8080/v1',
  vllm: 'http://127.0.0.1:8000/v1',
  ollama: 'http://127.0.0.1:11434/v1',
  'lm-studio': 'http://127.0.0.1:1234/v1',
} as const;
const presetNames = ['openai', 'openrouter', 'llama.cpp', 'vllm', 'ollama', 'lm-studio'] as const;

const upstream = v.pipe(
  v.strictObject({
    /** Stands before the names of its models: `name/model`. */
    name,
    preset: v.optional(v.picklist(presetNames)),
    /** Ends before `/completions`. */
    baseUrl: v.optional(httpAddress),
    /** The key itself, or better the name of the variable that holds it. */
    key: v.optional(v.pipe(v.string(), v.minLength(1))),
    keyFrom: v.optional(v.pipe(v.string(), v.minLength(1))),
    /** Only these models are offered; all when left out. */
    models: v.optional(v.array(v.pipe(v.string(), v.minLength(1)))),
  }),
  v.check(
    ({ preset, baseUrl }) => preset !== undefined || baseUrl !== undefined,
    'needs a preset or a baseUrl',
  ),
);

/** `tokenscope.config.json`. */
const configFile = v.strictObject({
  upstreams: v.optional(
    v.pipe(
      v.array(upstream),
      v.check((all) => new Set(all.map((each) => each.name)).size === all.length, 'two have the same name'),
    ),
    [],
  ),
  limits: v.optional(
    v.strictObject({
      requestsPerMinute: v.optional(count, 600),
      concurrent: v.optional(count, 16),
      tokensPerDay: v.optional(count, 2_000_000),
      tokensPerDayInAll: v.optional(count, 20_000_000),
    }),
    {},
  ),
  /** Answers that a request like them gets as well; none when left out. */
  cache: v.optional(
    v.strictObject({
      seconds: v.pipe(count, v.maxValue(86_400)),
      entries: v.optional(v.pipe(count, v.maxValue(100_000)), 500),
    }),
  ),
  /** A reverse proxy stands before the server, and tells whom it asks for. */
  trustProxy: v.optional(v.boolean(), false),
  timeouts: v.optional(
    v.strictObject({
      /** Until the upstream's first byte. */
      firstByte: v.optional(milliseconds, 60_000),
      /** Between two bytes. */
      idle: v.optional(milliseconds, 60_000),
      /** Until a client's request has come whole. */
      request: v.optional(milliseconds, 30_000),
    }),
    {},
  ),
});

export interface UpstreamConfig {
  readonly name: string;
  readonly preset: keyof typeof presets | undefined;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly key: string | undefined;
  readonly models: readonly string[] | undefined;
}

export interface Timeouts {
  /** Milliseconds. */
  readonly firstByte: number;
  readonly idle: number;
}

export interface Config {
  readonly upstreams: readonly UpstreamConfig[];
  readonly timeouts: Timeouts & { readonly request: number };
  readonly limits: LimitSettings;
  readonly cache: CacheSettings | undefined;
  /** Whether the last entry of `X-Forwarded-For` is the client. */
  readonly trustProxy: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * From the file's text, if there is one, and the environment: `OPENAI_API_KEY` alone adds the upstream `openai`, at `OPENAI_BASE_URL`
 * if that is set, and `TRUST_PROXY` decides before the file does. What is wrong is told by the field's name.
 */
export function readConfig(file: string | undefined, env: Environment): Result<Config> {
  const parsed = parse(file);
  if (!parsed.ok) return parsed;
  const upstreams: UpstreamConfig[] = [];
  for (const [index, each] of parsed.value.upstreams.entries()) {
    const key = each.keyFrom === undefined ? each.key : env[each.keyFrom];
    if (each.keyFrom !== undefined && !key) {
      return refused(`upstreams.${index}.keyFrom: the variable ${each.keyFrom} is not set`);
    }
    upstreams.push({
      name: each.name,
      preset: each.preset,
      baseUrl: trimmed(each.baseUrl ?? presets[each.preset!]),
      key,
      models: each.models,
    });
  }
  const key = env['OPENAI_API_KEY'];
  if (key && !upstreams.some((each) => each.name === 'openai')) {
    const baseUrl = env['OPENAI_BASE_URL'] || presets.openai;
    if (!v.is(httpAddress, baseUrl)) return refused('OPENAI_BASE_URL: an http or https address is accepted');
    upstreams.push({ name: 'openai', preset: 'openai', baseUrl: trimmed(baseUrl), key, models: undefined });
  }
  const { timeouts, limits, cache } = parsed.value;
  const trust = env['TRUST_PROXY'] || (parsed.value.trustProxy ? '1' : '0');
  if (trust !== '0' && trust !== '1') return refused('TRUST_PROXY: 1 or 0 is accepted');
  return { ok: true, value: { upstreams, timeouts, limits, cache, trustProxy: trust === '1' } };
}

function parse(file: string | undefined): Result<v.InferOutput<typeof configFile>> {
  let data: unknown = {};
  try {
    if (file !== undefined) data = JSON.parse(file);
  } catch (error) {
    return refused(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = v.safeParse(configFile, data);
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  return refused(`${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`);
}

function refused(message: string): { readonly ok: false; readonly fault: ReturnType<typeof fault> } {
  return { ok: false, fault: fault('out-of-range', `tokenscope.config.json, ${message}.`) };
}

function trimmed(address: string): string {
  return address.replace(/\/+$/, '');
}
