import { expect, test } from 'vitest';
import { chooseStrategy, type Asked } from './choose-strategy.ts';

const scope = 'https://example.org/scope/';
const hashed = new Set(['assets/index-3f9a1c2b.js']);

function strategy(path: string, asked: Partial<Asked> = {}): string {
  const request = { method: 'GET', url: scope + path, mode: 'cors', partial: false, ...asked };
  return chooseStrategy(request, scope, hashed);
}

test('a route that a person opens is the page', () => {
  expect(strategy('', { mode: 'navigate' })).toBe('page');
  expect(strategy('labs/eras?text=a.b#c.d', { mode: 'navigate' })).toBe('page');
});

test('opening a file, the health check or an interface is not the page', () => {
  for (const path of ['picture.png', 'healthz', 'api/models', 'assets/gone'])
    expect(strategy(path, { mode: 'navigate' })).toBe('pass');
});

test('this build’s hashed files are kept, another build’s are not touched', () => {
  expect(strategy('assets/index-3f9a1c2b.js')).toBe('kept');
  expect(strategy('assets/index-00000000.js')).toBe('pass');
});

test('a model is asked for afresh', () => {
  expect(strategy('models/trigram/manifest.json')).toBe('fresh');
});

test('writes, parts of files and other places pass', () => {
  expect(strategy('', { method: 'POST', mode: 'navigate' })).toBe('pass');
  expect(strategy('models/trigram/table.bin', { partial: true })).toBe('pass');
  expect(strategy('', { url: 'https://example.org/elsewhere/', mode: 'navigate' })).toBe('pass');
  expect(strategy('', { url: 'https://example.com/scope/', mode: 'navigate' })).toBe('pass');
});
