/** One question to the proxy and its answer, as they went: for looking at, and for code to copy. Never with a key or a token. */
export interface Exchange {
  readonly method: 'GET' | 'POST';
  /** Path and query, beginning with a slash. */
  readonly path: string;
  /** What was sent as JSON; undefined for GET. */
  readonly requestBody: Readonly<Record<string, unknown>> | undefined;
  /** Undefined when nothing came back. */
  readonly status: number | undefined;
  /** As it was received. */
  readonly responseBody: string;
  /** From asking to the last byte, by the clock that the client was given. */
  readonly milliseconds: number | undefined;
  /** By which the server's own records can be found. */
  readonly requestId: string | undefined;
}
