import { readFile } from 'node:fs/promises';
import type { Result } from '../../shared/fault.ts';
import { readConfig, type Config } from './config.ts';

/** Reads `tokenscope.config.json` in the folder, which need not be there, and the environment. */
export async function loadConfig(
  folder: URL,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<Config>> {
  let file: string | undefined;
  try {
    file = await readFile(new URL('tokenscope.config.json', folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return readConfig(file, env);
}
