/** What is known of a request of `/v1` or `/api`; the log tells it when the last byte has gone. */
export interface RequestNotes {
  /** Also the answer's `X-Request-Id`. */
  readonly id: string;
  /** As the client named it, if that looks like a name. */
  model?: string;
  /** What the upstream calls the request. */
  upstreamId?: string;
  /** Whether the answer was made for this request. */
  origin?: string | undefined;
  /** How many were made; unknown when the answer does not say. */
  tokens?: number | undefined;
}

declare module 'hono' {
  interface ContextVariableMap {
    notes?: RequestNotes;
  }
}
