import type { ErrorAnswer } from '../../shared/wire/openai-answers.ts';

type ErrorBody = ErrorAnswer['error'];

/** An answer that refuses, in the shape that OpenAI's clients read. */
export function refusal(status: number, error: Partial<ErrorBody> & { readonly message: string }): Response {
  const body: ErrorAnswer = {
    error: {
      type: status < 500 ? 'invalid_request_error' : 'server_error',
      param: null,
      code: null,
      ...error,
    },
  };
  return Response.json(body, { status });
}
