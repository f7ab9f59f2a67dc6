import type { Book } from './read-corpus.ts';

/** The part of the card that lists the books. */
export function booksBlock(books: readonly Book[]): string {
  if (books.length === 0) return 'The corpus did not name its books.';
  return [
    '| book | author | year |',
    '| --- | --- | --: |',
    ...books.map(
      ({ title, author, first_published }) => `| ${title} | ${author} | ${first_published ?? 'not stated'} |`,
    ),
  ].join('\n');
}

export function whole(n: number): string {
  return n.toLocaleString('en-US');
}

/** As code, so that nothing in it reads as markup; a line break shows as ⏎. */
export function quoted(text: string): string {
  return `\`\`${text.replaceAll('\n', '⏎')} \`\``;
}
