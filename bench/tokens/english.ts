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

/**
 * English of about `length` characters: a chain over pairs of words, learnt from the prose in node_modules, so that
 * words have natural frequencies and no passage repeats. Another seed gives another text.
 */
export function englishText(length: number, seed: number): string {
  const next = random(seed);
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
    const words = starts[next(starts.length)]!.split(' ');
    for (let n = 40 + next(160); n > 0; n--) {
      const options = followers.get(`${words.at(-2)!} ${words.at(-1)!}`);
      if (options === undefined) words.push(...starts[next(starts.length)]!.split(' '));
      else words.push(options[next(options.length)]!);
    }
    const paragraph = `${words.join(' ')}.`;
    paragraphs.push(paragraph);
    made += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length);
}
