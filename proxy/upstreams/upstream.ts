/** One entry of `GET /v1/models`. */
export interface ModelEntry {
  readonly id: string;
  readonly object: 'model';
  /** Seconds since 1970. */
  readonly created: number;
  readonly owned_by: string;
}

export type Endpoint = 'completions' | 'chat/completions';

/** Where models run. It answers in OpenAI's protocol; what it sends is passed on as it comes. */
export interface Upstream {
  models(signal: AbortSignal): Promise<readonly ModelEntry[]>;
  /** `body` is the request's JSON, parsed. The signal is aborted when the client leaves. */
  send(endpoint: Endpoint, body: unknown, signal: AbortSignal): Promise<Response>;
}
