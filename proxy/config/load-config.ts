import { readFile } from 'node:fs/promises';
import { fault, type Result } from '../../shared/fault.ts';
import { readConfig, type Config } from './config.ts';

/**
 * Reads `tokenscope.config.json` in the folder, which need not be there, or the file that `TOKENSCOPE_CONFIG` names, which must;
 * and the environment.
 */
export async function loadConfig(
  folder: URL,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<Config>> {
  const named = env['TOKENSCOPE_CONFIG'];
  let file: string | undefined;
  try {
    file = await readFile(named || new URL('tokenscope.config.json', folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const message = `TOKENSCOPE_CONFIG is "${named}", and there is no such file.`;
    if (named) return { ok: false, fault: fault('out-of-range', message) };
  }
  return readConfig(file, env);
}
