import { expect, test } from 'vitest';
import { checkDocument } from './check-document.ts';

const repository = {
  scripts: new Set(['start', 'test', 'build']),
  paths: new Set([
    'README.md',
    'docs',
    'docs/glossary.md',
    'src',
    'src/rooms',
    'src/core',
    'src/core/index.ts',
  ]),
};
const check = (text: string, path = 'README.md'): readonly string[] => checkDocument(path, text, repository);

test('commands and paths that exist pass', () => {
  expect(
    check(
      '`npm ci && npm start`, `npm run build`, `src/core/index.ts`, `src/core/`, `index.ts`, [words](docs/glossary.md#token)',
    ),
  ).toEqual([]);
});

test('a command that package.json does not have is named', () => {
  expect(check('Use `npm run biuld`.')).toEqual(['README.md: `npm run biuld` is not in package.json']);
  expect(check('```\nnpm run biuld\n```')).toEqual(['README.md: `npm run biuld` is not in package.json']);
});

test('a path that is not there is named', () => {
  expect(check('See `src/core/gone.ts` and `gone.ts`.')).toEqual([
    'README.md: there is no src/core/gone.ts',
    'README.md: there is no gone.ts',
  ]);
});

test('a link is followed from the document that it stands in', () => {
  expect(check('[code](../src/core/index.ts) [web](https://example.org/x)', 'docs/glossary.md')).toEqual([]);
  expect(check('[code](src/core/index.ts)', 'docs/glossary.md')).toEqual([
    'docs/glossary.md: the link to src/core/index.ts leads nowhere',
  ]);
});

test('what only looks like a path is left alone', () => {
  expect(check('`text/html`, `dist/index.html`, `a / b`, `logit − max`, `1/2`')).toEqual([]);
});

test('a blank in a path stands for any name, but its folder must be there', () => {
  expect(check('`src/rooms/<room>/copy.en.ts` and `src/core/*.ts`')).toEqual([]);
  expect(check('`src/halls/<room>/copy.en.ts`')).toEqual([
    'README.md: there is no src/halls/<room>/copy.en.ts',
  ]);
});
