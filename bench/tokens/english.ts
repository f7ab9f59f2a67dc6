import { readFileSync } from 'node:fs';
import { listFiles } from './list-files.ts';
import { random } from './random.ts';

/** Sentences of prose in the packages' documents: no code, tables, lists of links. */
function prose(): string[] {
  const seen = new Set<string>();
  for (const file of listFiles('node_modules', ['.md'])) {
    const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '');
    for (const paragraph of text.split(/\n\s*\n/)) {
      const line = paragraph.replace(/\s+/g, ' ').trim();
      const plain = line.length > 60 && /^[A-Z"'][A-Za-z ,.;:'"()!?-]+[.!?]["')]?$/.test(line);
      if (plain) seen.add(line);
    }
  }
  return [...seen];
}

/** Words of the packages' documents and declarations, the commonest first; some ten thousand. */
function vocabulary(): string[] {
  const counts = new Map<string, number>();
  for (const file of listFiles('node_modules', ['.md', '.d.ts'])) {
    for (const [word] of readFileSync(file, 'utf8').matchAll(/(?<![A-Za-z])[a-z]{4,14}(?![A-Za-z])/g)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word);
}

const onsets = 'B Br C Ch D F G Gr H J K L M N P Qu R S Sh T Th Tr V W Y Z'.split(' ');
const nuclei = 'a e i o u ea ee ai ou ia'.split(' ');
const codas = 'l n r s th ck m nd rt wick ley ham bury son ster by mond vane'.split(' ');

/** A name that no list holds: in prose, one word in twenty or so is no single token, and most of those are names. */
function name(next: (below: number) => number): string {
  const syllable = (): string => onsets[next(onsets.length)]! + nuclei[next(nuclei.length)]!;
  const first = syllable() + codas[next(codas.length)]!;
  return next(3) === 0 ? first + syllable().toLowerCase() + codas[next(codas.length)]! : first;
}

/**
 * English of `length` characters: a chain over pairs of words, learnt from the prose in node_modules, so that words have
 * natural frequencies and no passage repeats; here and there a name (the same few hundred come again, as in a book) and
 * somebody speaks. `typographic` sets quotes, apostrophes and dashes as books do. Another seed gives another text.
 */
export function englishText(length: number, seed: number, typographic: boolean): string {
  const next = random(seed);
  const names = Array.from({ length: 2000 }, () => name(next));
  const rare = vocabulary();
  const followers = new Map<string, string[]>();
  const starts: string[] = [];
  for (const paragraph of prose()) {
    const words = paragraph.split(' ');
    starts.push(`${words[0]!} ${words[1]!}`);
    for (let i = 0; i + 2 < words.length; i++) {
      const key = `${words[i]!} ${words[i + 1]!}`;
      const list = followers.get(key);
      if (list === undefined) followers.set(key, [words[i + 2]!]);
      else list.push(words[i + 2]!);
    }
  }
  const paragraphs: string[] = [];
  for (let made = 0; made < length;) {
    const chain = starts[next(starts.length)]!.split(' ');
    const words = [...chain];
    for (let n = 40 + next(160); n > 0; n--) {
      const options = followers.get(`${chain.at(-2)!} ${chain.at(-1)!}`) ?? [starts[next(starts.length)]!];
      const chosen = options[next(options.length)]!.split(' ');
      chain.push(...chosen);
      words.push(...chosen);
      // The chain alone has half as many different words as a book of its length: rarer ones are strewn in, and names.
      if (next(11) === 0) words.push(early(rare, next));
      if (next(24) === 0) words.push(early(names, next));
      if (next(60) === 0) words.push('--', "didn't");
    }
    const spoken = next(3) === 0;
    const paragraph = spoken ? `"${words.join(' ')}," he said.` : `${words.join(' ')}.`;
    paragraphs.push(typographic ? asPrinted(paragraph) : paragraph);
    made += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

/** One of a list, the early ones oftener. */
function early(list: readonly string[], next: (below: number) => number): string {
  return list[Math.floor((next(list.length) * next(list.length)) / list.length)]!;
}

function asPrinted(paragraph: string): string {
  return paragraph
    .replace(/(^|\s)"/g, '$1\u201c')
    .replaceAll('"', '\u201d')
    .replaceAll("'", '\u2019')
    .replaceAll(' -- ', '\u2014');
}
