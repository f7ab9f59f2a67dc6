import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { breaches } from './breaches.ts';
import { cruiseFloors } from './cruise-floors.ts';
import { floorRules } from './floor-rules.ts';

/**
 * Fewer modules than this means that the checker has not seen the code: with a TypeScript that it cannot use
 * it finds none, and passes.
 */
const leastModules = 100;

const folders = ['shared', 'src', 'proxy', 'scripts', 'bench', 'training', 'e2e'];

await provingThatEachRuleBites();
const { summary } = await cruiseFloors(process.cwd(), folders);
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (summary.totalCruised < leastModules)
  console.error(`Only ${summary.totalCruised} modules were seen; there are at least ${leastModules}.`);
if (summary.violations.length > 0 || summary.totalCruised < leastModules) process.exitCode = 1;
else console.log(`${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, no breach`);

/** Writes one breach of each rule, types only, into an empty folder and asks for exactly those to be found. */
async function provingThatEachRuleBites(): Promise<void> {
  const untested = floorRules
    .map(({ name }) => name ?? '')
    .filter((name) => !breaches.some(([rule]) => rule === name));
  if (untested.length > 0) fail(`No made-up breach for: ${untested.join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'floors-'));
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [, , to] of breaches)
      if (to.endsWith('.ts') && !to.endsWith('nowhere.ts'))
        write(join(folder, to), 'export type Target = 1;\n');
    for (const [, from, to] of breaches) {
      const place = to.endsWith('.ts') ? relative(dirname(from), to) : to;
      const specifier = to.endsWith('.ts') && !place.startsWith('.') ? `./${place}` : place;
      write(
        join(folder, from),
        `import type { Target } from '${specifier}';\nexport type Target${to.length} = Target;\n`,
      );
    }
    const { summary } = await cruiseFloors(folder, ['shared', 'src', 'proxy']);
    for (const [rule, from, to] of breaches) {
      const found = summary.violations.some(
        // A cycle is reported from one of its ends.
        (violation) => violation.rule.name === rule && [violation.from, violation.to].includes(from),
      );
      if (!found) fail(`The rule ${rule} did not notice ${from} → ${to}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function fail(message: string): never {
  throw new Error(message);
}
