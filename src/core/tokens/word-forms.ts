/**
 * The ways in which a word usually stands in a text, each once: `word`, ` word`, `Word`, ` Word`. In most encodings they
 * are different tokens. Space around what was typed does not count; a script without capitals has two forms.
 */
export function wordForms(typed: string): readonly string[] {
  const word = typed.trim();
  if (word === '') return [];
  const [first = '', ...rest] = word;
  const capital = first.toUpperCase() + rest.join('');
  return [...new Set([word, ` ${word}`, capital, ` ${capital}`])];
}
