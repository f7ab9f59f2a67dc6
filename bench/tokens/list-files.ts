import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All files under `folder` whose names end in one of `endings`, in the order of their paths. */
export function listFiles(folder: string, endings: readonly string[]): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...listFiles(path, endings));
    else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending))) found.push(path);
  }
  return found.sort();
}
