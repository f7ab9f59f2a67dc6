import * as v from 'valibot';
import { refusal } from './errors.ts';

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly response: Response };

/** Checks a request's body; what is wrong is answered with 400, the field's name and what is accepted. */
export function parseBody<S extends v.GenericSchema>(schema: S, body: unknown): Parsed<v.InferOutput<S>> {
  const { success, output, issues } = v.safeParse(schema, body);
  if (success) return { ok: true, value: output };
  const [issue] = issues;
  const param = v.getDotPath(issue);
  const message = param === null ? 'The body must be a JSON object.' : `${param}: ${issue.message}.`;
  return { ok: false, response: refusal(400, { message, param, code: 'invalid_value' }) };
}
