/** What a document may name. */
export interface Repository {
  /** Names in package.json's scripts. */
  readonly scripts: ReadonlySet<string>;
  /** Every file and folder, relative to the root, with `/` between names. */
  readonly paths: ReadonlySet<string>;
}

/** npm's own commands that need no `run`. */
const builtIn = new Set(['ci', 'install', 'test', 'start', 'run']);

/** What exists only after something has run, or when who runs the server has written it. */
const made = /^(dist|node_modules|test-results)(\/|$)|^tokenscope\.config\.json$/;

/** Complaints about one Markdown document: commands, paths and links that name nothing. */
export function checkDocument(path: string, text: string, repository: Repository): readonly string[] {
  const problems: string[] = [];
  const complain = (message: string): void => void problems.push(`${path}: ${message}`);

  for (const [, name] of text.matchAll(/\bnpm run ([\w:.-]+)/g))
    if (!repository.scripts.has(name!)) complain(`\`npm run ${name}\` is not in package.json`);
  for (const [, name] of text.matchAll(/\bnpm (start|test)\b/g))
    if (!repository.scripts.has(name!)) complain(`\`npm ${name}\` is not in package.json`);
  for (const [, name] of text.matchAll(/^\s*npm ([a-z]+)/gm))
    if (!builtIn.has(name!)) complain(`\`npm ${name}\` is no command that this project speaks of`);

  const prose = text.replace(/```[\s\S]*?```/g, '');
  for (const [, span] of prose.matchAll(/`([^`\n]+)`/g)) {
    const named = pathOf(span!, repository);
    if (named !== undefined && !exists(named, repository)) complain(`there is no ${span}`);
  }
  for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    const place = target!.replace(/#.*$/, '');
    if (place === '' || /^[a-z]+:/.test(place)) continue;
    if (!exists(join(path, place), repository)) complain(`the link to ${target} leads nowhere`);
  }
  return problems;
}

/** The path that a code span names, or undefined when it is something else, such as `text/html`. */
function pathOf(span: string, { paths }: Repository): string | undefined {
  const path = span.replace(/^\.\//, '').replace(/:\d+$/, '');
  if (!/^[\w.@*<>{},-]+(\/[\w.@*<>{},-]*)*$/.test(path)) return undefined;
  if (made.test(path)) return undefined;
  const first = path.split('/')[0]!;
  if (path.includes('/')) return paths.has(first) ? path : undefined;
  return /^[\w.-]+\.(tsx?|mjs|json|md|html|css|py)$/.test(path) ? path : undefined;
}

/** A name with a blank in it, such as `src/rooms/<room>/copy.ts`, is there when what stands before it is. */
function exists(path: string, { paths }: Repository): boolean {
  const clean = path.replace(/\/$/, '');
  const blank = clean.search(/[*<{]/);
  if (blank >= 0) {
    const before = clean.slice(0, blank);
    const folder = before.slice(0, Math.max(0, before.lastIndexOf('/')));
    return folder === '' || paths.has(folder);
  }
  if (paths.has(clean)) return true;
  // A bare file name may stand for the one file of that name, wherever it is.
  return !clean.includes('/') && [...paths].some((known) => known.endsWith(`/${clean}`));
}

function join(document: string, target: string): string {
  const parts = target.startsWith('/') ? [] : document.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
