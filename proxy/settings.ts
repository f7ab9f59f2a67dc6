import { fault, type Result } from '../shared/fault.ts';

export interface Settings {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly host: string;
  /** Names by which `/v1` may be asked. */
  readonly hosts: readonly string[];
  /** What `/v1` and `/api` demand; nothing when undefined. */
  readonly accessToken: string | undefined;
  /** Where the limits are counted; in this process when undefined. */
  readonly redisUrl: string | undefined;
  /** Whether requests are logged. */
  readonly log: 'json' | 'off';
}

export const defaultPort = 8787;

/** Only this machine can reach the page unless HOST says otherwise. */
const defaultHost = '127.0.0.1';

/** What this machine calls itself. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** What a header can carry, and nobody guesses. */
const tokenShape = /^[\x21-\x7e]{16,}$/;

/**
 * Reads PORT, HOST, ALLOWED_HOSTS (names, commas between them), ACCESS_TOKEN, REDIS_URL and LOG; an empty value counts as not
 * set. Whoever lets other machines in sets a token, or says with `--open` that none is wanted.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
): Result<Settings> {
  const unknown = args.find((arg) => arg !== '--open');
  if (unknown !== undefined) return refused(`There is no "${unknown}": --open is accepted.`);
  const host = env['HOST']?.trim() || defaultHost;
  const written = env['PORT']?.trim() || String(defaultPort);
  const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  if (!(port <= 65_535)) {
    const message = `PORT is "${written}", which is not a port: use a whole number from 0 to 65535.`;
    return { ok: false, fault: fault('out-of-range', message, { value: written }) };
  }
  const more = (env['ALLOWED_HOSTS'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  const hosts = [...new Set([...loopback, host.toLowerCase(), ...more])].filter((name) => name !== '');
  const accessToken = env['ACCESS_TOKEN'] || undefined;
  if (accessToken !== undefined && !tokenShape.test(accessToken))
    return refused('ACCESS_TOKEN is too short or has spaces: at least 16 characters of ASCII are accepted.');
  if (!isLoopback(host) && accessToken === undefined && !args.includes('--open')) {
    return refused(
      `HOST is "${host}", so other machines could use the models behind this server. Set ACCESS_TOKEN to at least 16 characters that they have to give, or add --open to let everybody in: HOST=${host} npm start -- --open`,
    );
  }
  const log = env['LOG'] || (isLoopback(host) ? 'off' : 'json');
  if (log !== 'json' && log !== 'off') return refused(`LOG is "${log}": json or off is accepted.`);
  return {
    ok: true,
    value: { port, host, hosts, accessToken, redisUrl: env['REDIS_URL'] || undefined, log },
  };
}

/** Whether only this machine reaches it. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function refused(message: string): { readonly ok: false; readonly fault: ReturnType<typeof fault> } {
  return { ok: false, fault: fault('out-of-range', message) };
}
