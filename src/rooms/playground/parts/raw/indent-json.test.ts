import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indentJson } from './indent-json.ts';

test('what fits stays on one line, the rest is broken', () => {
  const entry = '{"token":" king","logprob":-1.25,"bytes":[32,107,105,110,103]}';
  expect(indentJson(`{"model":"tiny","top":[${entry},${entry}],"none":{},"empty":[]}`)).toBe(
    [
      '{',
      '  "model": "tiny",',
      '  "top": [',
      '    { "token": " king", "logprob": -1.25, "bytes": [32, 107, 105, 110, 103] },',
      '    { "token": " king", "logprob": -1.25, "bytes": [32, 107, 105, 110, 103] }',
      '  ],',
      '  "none": {},',
      '  "empty": []',
      '}',
    ].join('\n'),
  );
});

test('numbers and strings stay as they were sent, a key may come twice', () => {
  const text = '{"a":1.0,"a":-0.12345678901234567890,"b":"\\u00e9\\"[{,:\\\\"}';
  expect(indentJson(text)).toBe('{ "a": 1.0, "a": -0.12345678901234567890, "b": "\\u00e9\\"[{,:\\\\" }');
});

test('no JSON, an event stream and half an answer are not touched', () => {
  for (const text of ['', 'upstream said no', 'data: {"a":1}\n\ndata: [DONE]\n\n', '{"a":'])
    expect(indentJson(text)).toBeUndefined();
});

test('neither is what is too deep or too long', () => {
  expect(indentJson('['.repeat(64) + ']'.repeat(64))).toBeDefined();
  expect(indentJson('['.repeat(65) + ']'.repeat(65))).toBeUndefined();
  expect(indentJson('['.repeat(900_000) + ']'.repeat(900_000))).toBeUndefined();
  expect(indentJson(`"${'a'.repeat(2_000_000)}"`)).toBeUndefined();
});

test('indenting changes nothing but the space between', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const indented = indentJson(text)!;
      expect(JSON.stringify(JSON.parse(indented))).toBe(JSON.stringify(JSON.parse(text)));
      expect(indentJson(indented)).toBe(indented);
    }),
    { seed: 1 },
  );
});
