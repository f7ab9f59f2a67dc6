import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import { asCurl, asPython, asTypeScript } from './snippets.ts';

const origin = 'http://localhost:8787';
const exchange = (requestBody: Record<string, unknown>, path = '/v1/completions'): Exchange => ({
  method: 'POST',
  path,
  requestBody,
  status: 200,
  responseBody: '{}',
  milliseconds: 1,
  requestId: undefined,
});

/** What a prompt can hold that a shell, Python or TypeScript would read as something else. */
const texts = [
  `it's "quoted" \`backticked\` and $HOME \${HOME} $(id) !! \\ \\\\ \\n`,
  'two\nlines\r\n\ttab\u0000nul\u007fdel',
  'こんにちは 👩‍👩‍👧 é',
  'half \ud83d and half \ude00',
  'code \u202Eesrever\u2066 \u2028 separators \u2029 \ufeff',
  `'; rm -rf / #`,
  '*/ // """ \'\'\' {} %s',
];
const body = (prompt: string): Record<string, unknown> => ({
  model: 'here/llama',
  prompt,
  max_tokens: 1,
  temperature: 0.5,
  logit_bias: { 50256: -100 },
});

/** What a shell makes of the command's words; `curl` becomes one that prints them. */
function wordsOf(command: string): string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
  const env = { PATH: process.env['PATH'] ?? '', OPENAI_API_KEY: 'the-key' };
  return execFileSync('sh', ['-c', script], { env }).toString().split('\0').slice(0, -1);
}

describe.each(texts)('%j', (prompt) => {
  test('a shell hands curl the same request', () => {
    const words = wordsOf(asCurl(exchange(body(prompt)), origin));
    expect(words[0]).toBe(`${origin}/v1/completions`);
    expect(words).toContain('Authorization: Bearer the-key');
    expect(words).toContain('Content-Type: application/json');
    expect(JSON.parse(words.at(-1)!)).toEqual(body(prompt));
  });

  test('the TypeScript asks for the same', () => {
    const code = asTypeScript(exchange(body(prompt)), origin);
    const call = /answer = await client\.(.*);\nconsole/s.exec(code)![1]!;
    const made = runInNewContext(call, { completions: { create: JSON.stringify } }) as string;
    expect(JSON.parse(made)).toEqual(body(prompt));
  });

  test('the Python’s strings are JSON’s, which Python reads alike', () => {
    const code = asPython(exchange(body(prompt)), origin);
    // One argument a line, so that no newline of the text is one of the code.
    const line = code.split('\n').find((words) => words.startsWith('    prompt='))!;
    const literal = line.slice('    prompt='.length, -1);
    expect(JSON.parse(literal)).toBe(prompt);
    // Of JSON's escapes only \/ is none in Python; controls and halves of characters stand as escapes.
    expect(literal).not.toMatch(/\\\//);
    // oxlint-disable-next-line eslint/no-control-regex
    expect(literal).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(literal.isWellFormed()).toBe(true);
    expect(code).toContain('logit_bias={"50256": -100},');
  });
});

test('the Python has its own words for true, false and nothing, and a place for what its client does not know', () => {
  const odd = exchange({
    model: 'm',
    echo: true,
    stop: null,
    seed: undefined,
    continue_final_message: false,
  });
  expect(asPython(odd, origin)).toContain(`client.completions.create(
    model="m",
    echo=True,
    stop=None,
    extra_body={"continue_final_message": False},
)`);
});

test('each place has its method', () => {
  const chat = exchange({ model: 'm', messages: [{ role: 'user', content: 'hi' }] }, '/v1/chat/completions');
  expect(asPython(chat, origin)).toContain(
    'client.chat.completions.create(\n    model="m",\n    messages=[{"role": "user", "content": "hi"}],\n)',
  );
  expect(asTypeScript(chat, origin)).toContain('client.chat.completions.create({');
  const get = (path: string): Exchange => ({ ...exchange({}, path), method: 'GET', requestBody: undefined });
  expect(asCurl(get('/v1/models'), origin)).toBe(
    `curl 'http://localhost:8787/v1/models' \\\n  -H "Authorization: Bearer $OPENAI_API_KEY"\n`,
  );
  expect(asPython(get('/v1/models'), origin)).toContain('answer = client.models.list()');
  expect(asTypeScript(get('/v1/models'), origin)).toContain('await client.models.list();');
  const probe = get('/api/capabilities?model=a%2Fb&refresh=1');
  expect(wordsOf(asCurl(probe, origin))[0]).toBe(`${origin}/api/capabilities?model=a%2Fb&refresh=1`);
  expect(asPython(probe, origin)).toContain(`"${origin}/api/capabilities?model=a%2Fb&refresh=1"`);
  expect(asTypeScript(probe, origin)).toContain(`fetch("${origin}/api/capabilities?model=a%2Fb&refresh=1"`);
});

test('the key is a variable everywhere', () => {
  for (const write of [asCurl, asPython, asTypeScript])
    expect(write(exchange(body('x')), origin)).toContain('OPENAI_API_KEY');
});
