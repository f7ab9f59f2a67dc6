import { fault, type Result } from '../shared/fault.ts';

export interface Settings {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly host: string;
  /** Names by which `/v1` may be asked. */
  readonly hosts: readonly string[];
}

export const defaultPort = 8787;

/** Only this machine can reach the page unless HOST says otherwise. */
const defaultHost = '127.0.0.1';

/** What this machine calls itself. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Reads PORT, HOST and ALLOWED_HOSTS (names, commas between them); an empty value counts as not set. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings> {
  const host = env['HOST']?.trim() || defaultHost;
  const written = env['PORT']?.trim() || String(defaultPort);
  const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  if (!(port <= 65_535)) {
    const message = `PORT is "${written}", which is not a port: use a whole number from 0 to 65535.`;
    return { ok: false, fault: fault('out-of-range', message, { value: written }) };
  }
  const more = (env['ALLOWED_HOSTS'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const hosts = [...new Set([...loopback, host.toLowerCase(), ...more])].filter((name) => name !== '');
  return { ok: true, value: { port, host, hosts } };
}
