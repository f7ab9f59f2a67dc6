/** Words that every screen uses in one sense only, so the glossary must have them. */
const requiredTerms = [
  'token',
  'id',
  'encoding',
  'vocabulary',
  'logit',
  'logprob',
  'probability',
  'temperature',
  'nucleus (top-p)',
  'top-k',
  'min-p',
  'draw',
  'seed',
  'window',
  'surprisal',
  'entropy',
  'perplexity',
] as const;

/**
 * Entries are lines such as `**token** · トークン: …`. Complains of a required term without one, of an entry
 * without Japanese, and of one that comes twice.
 */
export function checkGlossary(text: string): readonly string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [, term, japanese] of text.matchAll(/^\*\*([^*]+)\*\*(?: · ([^:\n]+):)?/gm)) {
    if (seen.has(term!)) problems.push(`docs/glossary.md: "${term}" has two entries`);
    seen.add(term!);
    if (japanese === undefined || !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(japanese))
      problems.push(`docs/glossary.md: "${term}" lacks its Japanese word`);
  }
  for (const term of requiredTerms)
    if (!seen.has(term)) problems.push(`docs/glossary.md: there is no entry for "${term}"`);
  return problems;
}
