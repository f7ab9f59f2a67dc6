import { bodyLimit } from 'hono/body-limit';
import { refusal } from '../openai/errors.ts';

/** Bytes of a request at most. */
const largest = 1_000_000;

/** Refuses a body that is too large before it has been read. Comes before whatever reads one. */
export const limitBody = bodyLimit({
  maxSize: largest,
  onError: () =>
    refusal(413, { message: `The body is too large: ${largest} bytes are accepted.`, code: 'too_large' }),
});
