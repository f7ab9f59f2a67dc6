import { expect, test } from 'vitest';
import { countEvents, countFromUsage } from './count-tokens.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('events are counted wherever the chunks are cut and whatever ends a line; comments are none', () => {
  const stream = ': wait\n\ndata: {"a":1}\n\ndata: x\r\n\r\nevent: more\ndata: y\n\ndata: half';
  for (const size of [1, 2, 3, 7, 1000]) {
    const count = countEvents();
    for (let at = 0; at < stream.length; at += size) count.chunk(bytes(stream.slice(at, at + size)));
    expect(count.made()).toBe(3);
  }
});

test('a whole answer says what it made, or nothing', () => {
  const said = (text: string): number | undefined => {
    const count = countFromUsage();
    count.chunk(bytes(text.slice(0, 5)));
    count.chunk(bytes(text.slice(5)));
    return count.made();
  };
  expect(said('{"text":"é","usage":{"completion_tokens":7}}')).toBe(7);
  expect(said('{"usage":{"completion_tokens":-7}}')).toBe(0);
  expect(said('{"usage":{}}')).toBeUndefined();
  expect(said('{"usage":{"completion_tok')).toBeUndefined();
});
