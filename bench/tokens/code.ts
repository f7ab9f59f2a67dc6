import { readFileSync } from 'node:fs';
import { listFiles } from './list-files.ts';

/** Sources as people wrote them, in several languages and styles. */
const folders = [
  'node_modules/zod/src/v4',
  'node_modules/hono/dist',
  'node_modules/@codemirror/view/dist',
  'node_modules/recharts/es6',
  'node_modules/react-dom/cjs',
  'node_modules/parse5/dist',
  'node_modules/jsdom/lib/jsdom',
  'node_modules/commander/lib',
  'node_modules/dependency-cruiser/src',
  'node_modules/es-toolkit/dist',
];

/** `length` characters of source code: files in turn from each folder. `part` 0 and 1 hold different files. */
export function codeText(length: number, part: 0 | 1): string {
  const lists = folders.map((folder) =>
    listFiles(folder, ['.ts', '.js', '.mts', '.cjs', '.css', '.json'])
      .filter(
        (file) => !file.includes('.min.') && !file.includes('production') && !file.includes('profiling'),
      )
      .filter((_, i) => (i % 4 === 3 ? 1 : 0) === part),
  );
  let text = '';
  for (let i = 0; text.length < length; i++) {
    const files = lists.map((list) => list[i]).filter((file) => file !== undefined);
    if (files.length === 0) throw new Error(`only ${text.length} characters of code in node_modules`);
    for (const file of files) text += readFileSync(file, 'utf8').slice(0, 40_000);
  }
  return text.slice(0, length);
}
