import { digestOf } from '../guards/digest.ts';

/**
 * Names for clients that tell one from another as long as the server runs, and lead back to nobody: a digest of the address and
 * of a secret that is kept nowhere.
 */
export function clientLabels(): (client: string) => Promise<string> {
  // subtle: workerd has no randomness before the first request.
  let secret: string | undefined;
  return async (client) => {
    secret ??= crypto.randomUUID();
    const digest = await digestOf(`${secret} ${client}`);
    return [...digest.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
