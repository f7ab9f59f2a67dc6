import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One text of a corpus: a chapter, a tale. */
export type DocumentText = string;

export interface Corpus {
  readonly train: readonly DocumentText[];
  readonly valid: readonly DocumentText[];
  /** From `manifest.json`, where the folder has one. */
  readonly books: readonly Book[];
}

export interface Book {
  readonly title: string;
  readonly author: string;
  /** Null where the source does not say. */
  readonly first_published: number | null;
}

const endOfDocument = '<|endoftext|>';

/** A folder with `train.txt` and `valid.txt`, in which a line holding only `<|endoftext|>` ends each document. */
export function readCorpus(folder: string): Corpus {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  return {
    train: documents(folder, 'train.txt'),
    valid: documents(folder, 'valid.txt'),
    books: books(folder),
  };
}

function documents(folder: string, name: string): DocumentText[] {
  const path = join(folder, name);
  if (!existsSync(path)) {
    throw new Error(
      `${path} is missing; a corpus is a folder with train.txt and valid.txt, ` +
        `plain text in UTF-8 in which a line holding only ${endOfDocument} ends each document`,
    );
  }
  const texts: DocumentText[] = [];
  let lines: string[] = [];
  const end = (): void => {
    const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
    if (text !== '') texts.push(text);
    lines = [];
  };
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    if (line === endOfDocument) end();
    else lines.push(line);
  }
  end();
  if (texts.length === 0) throw new Error(`${path} holds no text`);
  return texts;
}

function books(folder: string): Book[] {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return [];
  const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(data)) return [];
  return data.filter(
    (entry: unknown): entry is Book =>
      typeof entry === 'object' &&
      entry !== null &&
      'title' in entry &&
      typeof entry.title === 'string' &&
      'author' in entry &&
      typeof entry.author === 'string' &&
      'first_published' in entry &&
      (typeof entry.first_published === 'number' || entry.first_published === null),
  );
}
