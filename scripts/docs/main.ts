import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { checkDecisions } from './check-decisions.ts';
import { checkDocument } from './check-document.ts';
import { checkGlossary } from './check-glossary.ts';

/** Says whether all that the documents name exists. */
const left = new Set([
  'node_modules',
  '.git',
  'dist',
  'test-results',
  'playwright-report',
  '__pycache__',
  '.venv',
]);
const paths = new Set(list('.'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const scripts = new Set(Object.keys(manifest.scripts));

const documents = new Map(
  [...paths]
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(path, 'utf8')] as const),
);
const decisions = new Map([...documents].filter(([path]) => path.startsWith('docs/decisions/')));
const models = [...paths].flatMap(
  (path) => /^public\/models\/([^/]+)\/manifest\.json$/.exec(path)?.[1] ?? [],
);

const problems = [
  ...[...documents].flatMap(([path, text]) => checkDocument(path, text, { scripts, paths })),
  ...checkGlossary(documents.get('docs/glossary.md') ?? ''),
  ...checkDecisions(decisions),
  ...models
    .filter((name) => !documents.has(`docs/model-cards/${name}.md`))
    .map((name) => `public/models/${name} has no card in docs/model-cards`),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${documents.size} documents, ${decisions.size} decisions: all that they name is there`);

function list(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (left.has(entry.name)) return [];
    const path = join(folder, entry.name).split(sep).join('/');
    return entry.isDirectory() ? [path, ...list(path)] : [path];
  });
}
