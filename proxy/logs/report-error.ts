import type { Context } from 'hono';

/** Lines of a stack that are told. */
const frames = 10;

/**
 * Writes an error of the server's own as one line of JSON, with the id of the request that met it. An error's sentence may quote
 * what it was about, a prompt or an answer, so only those of the system are told; of others the name and the place.
 */
export function reportError(error: unknown, c: Context): void {
  console.error(
    JSON.stringify({
      time: new Date().toISOString(),
      level: 'error',
      id: c.get('notes')?.id,
      ...described(error),
    }),
  );
}

function described(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '', code, syscall, cause } = error as NodeJS.ErrnoException;
  // subtle: a stack begins with the sentence, which may have lines of its own that look like places.
  const places = stack.slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0);
  return {
    error: name,
    code,
    message: syscall === undefined ? undefined : message,
    at: [...places.matchAll(/^ +at (.+)$/gm)].slice(0, frames).map(([, place]) => place),
    cause: cause === undefined ? undefined : described(cause),
  };
}
