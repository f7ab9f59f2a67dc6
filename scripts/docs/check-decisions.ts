/** `paths` and texts of everything in docs/decisions. Numbers are unique; gaps are allowed. */
export function checkDecisions(decisions: ReadonlyMap<string, string>): readonly string[] {
  const problems: string[] = [];
  const numbers = new Map<string, string>();
  for (const [path, text] of decisions) {
    const number = /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1];
    if (number === undefined) {
      problems.push(`${path}: a decision is named NNNN-title.md`);
      continue;
    }
    const other = numbers.get(number);
    if (other !== undefined) problems.push(`${path}: ${other} has the same number`);
    numbers.set(number, path);
    for (const part of ['Context', 'Decision', 'Consequences'])
      if (!text.includes(`\n**${part}.**`)) problems.push(`${path}: there is no paragraph "**${part}.**"`);
  }
  return problems;
}
