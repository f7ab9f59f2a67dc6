import { fault, type Result } from '../../shared/fault.ts';
import { StoreUnavailable } from './counter-store.ts';
import type { RunScript } from './redis-store.ts';

/** Milliseconds. */
export interface RedisTimes {
  /** Until the first answer of all; the server does not start without it. */
  readonly start: number;
  /** Until the answer to one command: a request waits no longer. */
  readonly command: number;
  /** A connection that has answered nothing for so long is given up for a new one. */
  readonly startOver: number;
}

const usual: RedisTimes = { start: 5000, command: 1000, startOver: 5000 };

/**
 * A connection to the Redis or Valkey that `REDIS_URL` names; one that cannot be had is told without its password. Once there, it
 * is looked for again for ever: meanwhile every script rejects with `StoreUnavailable`, at once or after the command's time.
 */
export async function connectRedis(
  url: string,
  say: (line: string) => void,
  times: RedisTimes = usual,
): Promise<Result<RunScript>> {
  if (!isAddress(url))
    return refused('is not an address: redis://user:password@host:6379/0 is accepted, or rediss: for TLS.');
  const { createClient } = await import('@redis/client');
  // subtle: with a password in it, the address may be said of no more than this.
  const { host } = new URL(url);
  let isStarted = false;
  /** What was said last, and since when nothing was answered. */
  let isAway = false;
  let silentSince: number | undefined;

  function create() {
    const made = createClient({
      url,
      // Protocol 2 is spoken by every version, and by Valkey.
      RESP: 2,
      // What cannot be sent now is refused now.
      disableOfflineQueue: true,
      socket: {
        connectTimeout: times.start,
        reconnectStrategy: (retries) => isStarted && Math.min(50 * 2 ** retries, 1000),
      },
    });
    made.on('error', (error: unknown) => isStarted && away(error));
    return made;
  }

  function away(error: unknown): void {
    if (!isAway)
      say(`REDIS_URL: ${host} is away (${nameOf(error)}); requests for models are answered with 503.`);
    isAway = true;
  }

  function answered(): void {
    if (isAway) say(`REDIS_URL: ${host} is back.`);
    isAway = false;
    silentSince = undefined;
  }

  function startOver(): void {
    silentSince = performance.now();
    client.destroy();
    client = create();
    client.unref();
    client.connect().catch(away);
  }

  let client = create();
  const run: RunScript = async (script, key, args) => {
    try {
      const reply = await within(times.command, client.eval(script, { keys: [key], arguments: [...args] }));
      answered();
      return reply;
    } catch (error) {
      if (isStarted) away(error);
      silentSince ??= performance.now();
      if (isStarted && performance.now() - silentSince > times.startOver) startOver();
      throw new StoreUnavailable(nameOf(error), { cause: error });
    }
  };

  try {
    await within(times.start, client.connect());
    // A password that is missing is told by the first command.
    await within(times.start, client.eval('return 1', { keys: [], arguments: [] }));
  } catch (error) {
    client.destroy();
    return refused(`there is no Redis to be had at ${host} (${nameOf(error)}).`);
  }
  isStarted = true;
  // It keeps no process alive that has nothing else to do.
  client.unref();
  return { ok: true, value: run };
}

/** What the client can read: a number of a database at most after the host, and percents that stand for characters. */
function isAddress(url: string): boolean {
  if (!/^rediss?:\/\//.test(url) || !URL.canParse(url)) return false;
  const { hostname, username, password, pathname } = new URL(url);
  try {
    decodeURIComponent(username + password);
  } catch {
    return false;
  }
  return hostname !== '' && /^\/?\d*$/.test(pathname);
}

class Late extends Error {}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`no answer in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Of an error no more than its kind: a whole sentence may hold a key of the store, and so a client's address. */
function nameOf(error: unknown): string {
  if (error instanceof Late) return error.message;
  if (!(error instanceof Error)) return 'no reason given';
  const { code } = error as NodeJS.ErrnoException;
  // Redis's own refusals begin with their kind, such as WRONGPASS.
  return code ?? /^[A-Z]{3,20}(?= )/.exec(error.message)?.[0] ?? error.constructor.name;
}

function refused(message: string): { readonly ok: false; readonly fault: ReturnType<typeof fault> } {
  return { ok: false, fault: fault('out-of-range', `REDIS_URL: ${message}`) };
}
