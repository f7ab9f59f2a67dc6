import { readdirSync, readFileSync } from 'node:fs';

/*
 * What a first visit loads before anything can happen: the entry of the built page, all that it imports
 * statically, and the workers. Vocabularies, models and what is imported later have names of their own.
 */
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const entries = Object.keys(manifest).filter((name) => manifest[name].isEntry);
if (entries.length === 0) throw new Error('The build has no entry: has `npm run build` run?');

const seen = new Set();
const visit = (name) => {
  if (seen.has(name)) return;
  seen.add(name);
  for (const imported of manifest[name].imports ?? []) visit(imported);
};
entries.forEach(visit);
const scripts = [...seen].map((name) => `dist/${manifest[name].file}`).filter((path) => path.endsWith('.js'));
// The workers that the first room starts; the others come with the parts that ask them.
const workers = readdirSync('dist/assets')
  .filter((name) => /^(tokenizer|local)\.worker-[\w-]{8}\.js$/.test(name))
  .map((name) => `dist/assets/${name}`);

// Charts are lines under the history: they can come after the first distribution.
for (const path of scripts)
  if (/recharts-(wrapper|surface|layer)/.test(readFileSync(path, 'utf8')))
    throw new Error(`recharts is in ${path}, which the first visit loads: import it later.`);

// The text has no grammar, so CodeMirror's parser has nothing to do: its own Backspace would bring it along.
for (const path of scripts)
  if (/This node type doesn.t define a deserialize function/.test(readFileSync(path, 'utf8')))
    throw new Error(`CodeMirror's parser is in ${path}: see src/ui/tokens/editing-keys.ts.`);

/** A model that is not named here may not ship. */
const modelLimits = { trigram: '3 MB', tiny: '12 MB' };
const models = readdirSync('public/models', { withFileTypes: true }).filter((entry) => entry.isDirectory());

export default [
  { name: 'first script', path: [...scripts, ...workers], gzip: true, limit: '230 kB' },
  ...models.map(({ name }) => ({
    name: `model ${name}`,
    path: `dist/models/${name}/**/!(*.br|*.gz)`,
    brotli: true,
    limit: modelLimits[name],
  })),
];
