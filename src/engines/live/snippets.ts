import type { Exchange } from './exchange.ts';

/*
 * An exchange as code to copy. The key is a variable of the reader's own machine, never a token of this page. Every literal is ASCII-safe
 * where that matters: controls, lone surrogates, and what turns the direction of writing are written as \u escapes.
 */

/** What OpenAI's client for Python takes by name; anything else goes into `extra_body`. */
const pythonNames = new Set([
  'model',
  'prompt',
  'messages',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
  'top_p',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'seed',
  'n',
  'stop',
  'echo',
  'stream',
  'stream_options',
  'suffix',
  'best_of',
  'user',
]);

/** The clients' methods, by place. */
const methods = new Map([
  ['/v1/completions', 'completions.create'],
  ['/v1/chat/completions', 'chat.completions.create'],
  ['/v1/models', 'models.list'],
]);

/** The same request for a shell. `origin` as in `http://localhost:8787`. */
export function asCurl({ path, requestBody }: Exchange, origin: string): string {
  const lines = [
    `curl ${shellQuoted(origin + path)}`,
    `-H "Authorization: Bearer $OPENAI_API_KEY"`,
    ...(requestBody === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `--data-raw ${shellQuoted(jsonLiteral(requestBody, 2))}`]),
  ];
  return `${lines.join(' \\\n  ')}\n`;
}

/** The same request with OpenAI's client for Python; a place that it does not know, with Python alone. */
export function asPython({ path, requestBody }: Exchange, origin: string): string {
  const method = methods.get(path);
  if (method === undefined) {
    return [
      'import os',
      'import urllib.request',
      '',
      'request = urllib.request.Request(',
      `    ${jsonLiteral(origin + path)},`,
      '    headers={"Authorization": f"Bearer {os.environ.get(\'OPENAI_API_KEY\', \'any\')}"},',
      ')',
      'print(urllib.request.urlopen(request).read().decode())',
      '',
    ].join('\n');
  }
  const entries = Object.entries(requestBody ?? {}).filter(([, value]) => value !== undefined);
  const named = entries.filter(([name]) => pythonNames.has(name));
  const others = entries.filter(([name]) => !pythonNames.has(name));
  const lines = named.map(([name, value]) => `    ${name}=${pythonLiteral(value)},`);
  if (others.length > 0) lines.push(`    extra_body=${pythonLiteral(Object.fromEntries(others))},`);
  const call = lines.length === 0 ? `client.${method}()` : `client.${method}(\n${lines.join('\n')}\n)`;
  return [
    'import os',
    'from openai import OpenAI',
    '',
    `client = OpenAI(base_url=${jsonLiteral(`${origin}/v1`)}, api_key=os.environ.get("OPENAI_API_KEY", "any"))`,
    `answer = ${call}`,
    'print(answer.model_dump_json(indent=2))',
    '',
  ].join('\n');
}

/** The same request with OpenAI's client for TypeScript; a place that it does not know, with `fetch`. */
export function asTypeScript({ path, requestBody }: Exchange, origin: string): string {
  const method = methods.get(path);
  if (method === undefined) {
    return [
      `const answer = await fetch(${jsonLiteral(origin + path)}, {`,
      "  headers: { Authorization: `Bearer ${process.env['OPENAI_API_KEY'] ?? 'any'}` },",
      '});',
      'console.log(await answer.json());',
      '',
    ].join('\n');
  }
  const body = requestBody === undefined ? '' : jsonLiteral(requestBody, 2);
  return [
    "import OpenAI from 'openai';",
    '',
    `const client = new OpenAI({ baseURL: ${jsonLiteral(`${origin}/v1`)}, apiKey: process.env['OPENAI_API_KEY'] ?? 'any' });`,
    `const answer = await client.${method}(${body});`,
    'console.log(JSON.stringify(answer, null, 2));',
    '',
  ].join('\n');
}

/** Within single quotes a shell reads everything as it is, but for the quote itself. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * JSON, which is a literal in TypeScript, and in Python but for three words. JSON.stringify writes controls and lone surrogates as
 * escapes; here also DEL, line separators, and marks that make code look like other code (CVE-2021-42574).
 */
function jsonLiteral(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replaceAll(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function pythonLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return `{${entries.map(([name, entry]) => `${jsonLiteral(name)}: ${pythonLiteral(entry)}`).join(', ')}}`;
  }
  return jsonLiteral(value);
}
