import type { Settings } from './settings.ts';

/** Why the server cannot listen, and what would work instead. */
export function explainListenError(
  error: NodeJS.ErrnoException,
  { port, host }: Pick<Settings, 'port' | 'host'>,
): string {
  const other = `choose another one, for example: PORT=${port < 65_535 ? port + 1 : 8788} npm start`;
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Stop that one, or ${other}`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account: ${other}`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST is "${host}", which is not an address of this machine: use 127.0.0.1, or 0.0.0.0 for all.`;
  return `The server could not start: ${error.message}`;
}
