import { afterEach, beforeEach } from 'vitest';

/** A test that makes something complain on the console has failed, whatever it asserted. */
const complain = console.error;
let heard: unknown[][] = [];

beforeEach(() => {
  heard = [];
  console.error = (...words: unknown[]): void => {
    heard.push(words);
    complain(...words);
  };
});

afterEach(() => {
  console.error = complain;
  if (heard.length > 0) throw new Error(`console.error was called: ${heard[0]!.map(String).join(' ')}`);
});
