import { fault, type Result } from '../shared/fault.ts';

export interface Settings {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly host: string;
}

export const defaultPort = 8787;

/** Only this machine can reach the page unless HOST says otherwise. */
const defaultHost = '127.0.0.1';

/** Reads PORT and HOST; an empty value counts as not set. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings> {
  const host = env['HOST']?.trim() || defaultHost;
  const written = env['PORT']?.trim() || String(defaultPort);
  const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  if (!(port <= 65_535)) {
    const message = `PORT is "${written}", which is not a port: use a whole number from 0 to 65535.`;
    return { ok: false, fault: fault('out-of-range', message, { value: written }) };
  }
  return { ok: true, value: { port, host } };
}
