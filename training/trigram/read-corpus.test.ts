import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { readCorpus } from '../shared/read-corpus.ts';
import { replaceBlock } from '../shared/replace-block.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a line holding only <|endoftext|> ends a document, and so does the end of the file', () => {
  writeFileSync(
    join(folder, 'train.txt'),
    'one\n\ntwo\n<|endoftext|>\n\nsays <|endoftext|> here\n<|endoftext|>\nlast',
  );
  writeFileSync(join(folder, 'valid.txt'), 'v\r\n<|endoftext|>\r\n');
  expect(readCorpus(folder)).toEqual({
    train: ['one\n\ntwo', 'says <|endoftext|> here', 'last'],
    valid: ['v'],
    books: [],
  });
});

test('a folder without one of the texts is refused by name', () => {
  expect(() => readCorpus(join(folder, 'none'))).toThrow('is not a folder');
  writeFileSync(join(folder, 'train.txt'), 'one');
  expect(() => readCorpus(folder)).toThrow(
    'valid.txt is missing; a corpus is a folder with train.txt and valid.txt',
  );
  writeFileSync(join(folder, 'valid.txt'), '\n<|endoftext|>\n');
  expect(() => readCorpus(folder)).toThrow('holds no text');
});

test('the command line says what it accepts', () => {
  expect(() => readOptions([])).toThrow('--corpus is missing');
  expect(() => readOptions(['--corpus', 'x', '--max-bytes', '3 MB'])).toThrow(
    'takes a number of bytes, not 3 MB',
  );
  expect(() => readOptions(['--copus', 'x'])).toThrow('--copus');
  expect(readOptions(['--corpus', 'x', '--out', 'y'])).toMatchObject({
    maxBytes: 3_000_000,
    card: undefined,
  });
});

test('a block is replaced between its markers, and a card without it is refused', () => {
  const card = 'a\n<!-- x: by hand -->\nold\n<!-- end of x -->\nb';
  expect(replaceBlock(card, 'x', 'new')).toBe('a\n<!-- x: by hand -->\n\nnew\n\n<!-- end of x -->\nb');
  expect(() => replaceBlock(card, 'y', 'new')).toThrow('no block "y"');
});
