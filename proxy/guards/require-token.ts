import type { Context, MiddlewareHandler } from 'hono';
import type { Limits } from '../limits/limits.ts';
import { refusal } from '../openai/errors.ts';
import { refuseRequest } from './refuse-request.ts';
import { digestOf, sameBytes } from './digest.ts';

/**
 * Lets in who gives the token, as `Authorization: Bearer …` or `X-Access-Token: …`. A wrong one counts as a request; a client
 * that has used up its minute is not told whether the next one is right.
 */
export function requireToken(
  token: string,
  limits: Limits,
  clientOf: (c: Context) => string,
): MiddlewareHandler {
  // subtle: workerd computes no digest before the first request.
  let expected: Uint8Array | undefined;
  return async (c, next) => {
    const given = tokenOf(c);
    if (given === undefined) {
      return unauthorized({
        message:
          'This server asks for its access token: Authorization: Bearer <token>, or X-Access-Token: <token>.',
        code: 'access_token_required',
      });
    }
    expected ??= await digestOf(token);
    const isRight = sameBytes(await digestOf(given), expected);
    const tooMany = await limits.knock(clientOf(c), !isRight);
    if (tooMany !== undefined) return refuseRequest(tooMany);
    if (isRight) return next();
    return unauthorized({
      message: 'The access token is not the one of this server.',
      code: 'access_token_wrong',
    });
  };
}

function tokenOf(c: Context): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return c.req.header('x-access-token')?.trim() || bearer;
}

function unauthorized(error: Parameters<typeof refusal>[1]): Response {
  const answer = refusal(401, error);
  answer.headers.set('WWW-Authenticate', 'Bearer');
  return answer;
}
